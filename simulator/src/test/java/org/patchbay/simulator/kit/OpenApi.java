package org.patchbay.simulator.kit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Twilio's own OpenAPI document of the 2010 API (github.com/twilio/twilio-oai, MIT), as the judge of
/// the simulator's answers.
public final class OpenApi {

    private static final String SPEC = read();
    private static final JsonNode DOCUMENT = Json.MAPPER.readTree(SPEC);
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(SPEC).build();

    private OpenApi() {}

    /// What the document says against an answer; empty when nothing.
    public static List<String> complaints(String method, String path, int status, String body) {
        var response = SimpleResponse.Builder.status(status);
        if (!body.isEmpty()) {
            response.withContentType("application/json").withBody(withWholeLinks(body));
        }
        return VALIDATOR
                .validateResponse(path, Request.Method.valueOf(method.toUpperCase(Locale.ROOT)), response.build())
                .getMessages()
                .stream()
                .map(Object::toString)
                .toList();
    }

    /// The links between pages are relative or null, as in the document's own examples; the validator
    /// holds that against their format, `uri`.
    private static String withWholeLinks(String body) {
        if (Json.MAPPER.readTree(body) instanceof ObjectNode object && object.has("first_page_uri")) {
            for (String link : List.of("uri", "first_page_uri", "next_page_uri", "previous_page_uri")) {
                if (object.path(link).isNull()) {
                    object.remove(link);
                } else {
                    object.put(
                            link, "https://api.twilio.com" + object.path(link).asString());
                }
            }
            return object.toString();
        }
        return body;
    }

    /// The properties of a schema that the answer lacks: the document requires none, Twilio sends all.
    ///
    /// @param schema e.g. `api.v2010.account.message`
    public static Set<String> missing(String schema, JsonNode answer) {
        var properties =
                DOCUMENT.path("components").path("schemas").path(schema).path("properties");
        if (properties.isEmpty()) {
            throw new IllegalArgumentException("the document has no schema " + schema);
        }
        var missing = new TreeSet<>(properties.propertyNames());
        missing.removeAll(answer.propertyNames());
        return missing;
    }

    private static String read() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi/twilio_api_v2010.json")) {
            return new String(Objects.requireNonNull(in, "a test resource").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
