package org.patchbay.simulator.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds every answer against Twilio's own OpenAPI documents: the status is a documented
/// one, no property is unknown and none is missing, and each has the documented type, enum value and
/// pattern. Stricter than JSON Schema, which would let missing properties pass.
public final class OpenApi {

    private static final List<Operation> OPERATIONS = Stream.of(
                    "twilio_api_v2010.json",
                    "twilio_iam_v1.json",
                    "twilio_accounts_v1.json",
                    "twilio_messaging_v1.json")
            .flatMap(document -> operations(load(document)))
            .toList();

    /// @param document the whole document, to which references refer
    private record Operation(Pattern path, int variables, JsonNode item, JsonNode document) {}

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /// @throws AssertionError naming everything that differs
    public static void check(String method, String path, int status, byte[] body) {
        boolean media = path.startsWith("/2010-04-01") && !path.endsWith(".json");
        if (media || status >= 400) {
            return;
        }
        Operation operation = find(path);
        JsonNode responses =
                operation.item.path(method.toLowerCase(Locale.ROOT)).path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        var problems = new ArrayList<String>();
        if (response.isMissingNode()) {
            problems.add("status " + status + " is not documented, only " + responses.propertyNames());
        } else if (body.length > 0) {
            JsonNode schema = response.path("content").path("application/json").path("schema");
            new OpenApi(operation.document)
                    .check("", schema, JsonMapper.shared().readTree(body), problems);
        }
        if (!problems.isEmpty()) {
            throw new AssertionError(method + " " + path + ":\n  " + String.join("\n  ", problems));
        }
    }

    private void check(String where, JsonNode reference, JsonNode value, List<String> problems) {
        JsonNode schema = resolve(reference);
        if (value.isNull()) {
            // A reference to an enum cannot say "nullable"; Twilio's own examples show null there.
            boolean enumeration = reference.has("$ref") && schema.has("enum");
            if (!enumeration && !schema.path("nullable").asBoolean(false)) {
                problems.add(where + " must not be null");
            }
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> object(where, schema, value, problems);
            case "array" -> {
                for (JsonNode item : value) {
                    check(where + "[]", schema.path("items"), item, problems);
                }
            }
            case "string" -> string(where, schema, value, problems);
            case "integer" -> expect(where, value.isIntegralNumber(), "an integer", problems);
            case "number" -> expect(where, value.isNumber(), "a number", problems);
            case "boolean" -> expect(where, value.isBoolean(), "a boolean", problems);
            default -> {
                // Free form.
            }
        }
    }

    private void object(String where, JsonNode schema, JsonNode value, List<String> problems) {
        expect(where, value.isObject(), "an object", problems);
        JsonNode properties = schema.path("properties");
        if (properties.isMissingNode()) {
            return;
        }
        var names = new TreeSet<String>(properties.propertyNames());
        for (String name : names) {
            if (value.has(name)) {
                check(where + "/" + name, properties.path(name), value.path(name), problems);
            } else if (!(value.has("available_phone_numbers") || value.has("countries"))) {
                // Those two lists have no pages in Twilio's own examples, though the schema has.
                problems.add(where + "/" + name + " is missing");
            }
        }
        value.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(where + "/" + name + " is unknown"));
    }

    private void string(String where, JsonNode schema, JsonNode value, List<String> problems) {
        expect(where, value.isString(), "a string", problems);
        String text = value.asString("");
        JsonNode values = schema.path("enum");
        if (values.isArray()
                && values.valueStream().noneMatch(one -> one.asString("").equals(text))) {
            problems.add(where + " is '" + text + "', not one of " + values);
        }
        String pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            problems.add(where + " is '" + text + "', which does not match " + pattern);
        }
        if (schema.path("format").asString("").equals("date-time-rfc-2822")
                && !text.matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000")) {
            problems.add(where + " is no RFC 2822 date: " + text);
        }
    }

    private static void expect(String where, boolean fits, String what, List<String> problems) {
        if (!fits) {
            problems.add(where + " must be " + what);
        }
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolve(document.at(reference.substring(1)));
    }

    /// The operation with the fewest variables wins, as a literal path does over a template.
    private static Operation find(String path) {
        @Nullable Operation best = null;
        for (var operation : OPERATIONS) {
            if (operation.path.matcher(path).matches() && (best == null || operation.variables < best.variables)) {
                best = operation;
            }
        }
        if (best == null) {
            throw new AssertionError("Twilio's document knows no " + path);
        }
        return best;
    }

    private static Stream<Operation> operations(JsonNode document) {
        return document.path("paths").properties().stream().map(entry -> {
            String regex = entry.getKey().replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+?");
            int variables = entry.getKey().split("\\{", -1).length - 1;
            return new Operation(Pattern.compile(regex), variables, entry.getValue(), document);
        });
    }

    private static JsonNode load(String document) {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi/" + document)) {
            if (in == null) {
                throw new IllegalStateException(document + " is not among the test resources");
            }
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
