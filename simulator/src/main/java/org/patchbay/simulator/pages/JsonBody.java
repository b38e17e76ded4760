package org.patchbay.simulator.pages;

import java.util.Optional;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.rest.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The JSON object that a request carries; an empty body counts as an empty object.
record JsonBody(JsonNode object) {

    private static final int LONGEST = 4_000;

    /// @throws Refusal 400 when it is something else than an object
    static JsonBody of(Request request) {
        if (request.body().length == 0) {
            return new JsonBody(Json.object());
        }
        try {
            JsonNode node = Json.MAPPER.readTree(request.body());
            if (node.isObject()) {
                return new JsonBody(node);
            }
        } catch (JacksonException e) {
            // Told below, as for an array.
        }
        throw Refusal.badRequest("The body must be a JSON object.");
    }

    /// A text that is present and not blank, without blanks around it.
    ///
    /// @throws Refusal 400 when it is no text, or too long
    Optional<String> text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().length() > LONGEST) {
            throw Refusal.badRequest("\"" + name + "\" must be a text of at most " + LONGEST + " characters.");
        }
        return Optional.of(value.stringValue().strip()).filter(text -> !text.isEmpty());
    }

    /// @throws Refusal 400 when there is none
    String required(String name) {
        return text(name).orElseThrow(() -> Refusal.badRequest("\"" + name + "\" is missing."));
    }
}
