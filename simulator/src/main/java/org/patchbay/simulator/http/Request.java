package org.patchbay.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An HTTP request that was read in full.
///
/// @param path decoded per segment by the router; here as sent, without query
/// @param headers names in lower case, the first value of each
/// @param variables what the route's `{name}` segments matched
public record Request(
        String method,
        String path,
        Params query,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> variables) {

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /// A path variable that the route declares.
    public String variable(String name) {
        @Nullable String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    public Params form() {
        String type = header("content-type").orElse("");
        return type.startsWith("application/x-www-form-urlencoded") ? Params.parse(text()) : Params.NONE;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Request with(Map<String, String> variables) {
        return new Request(method, path, query, headers, body, variables);
    }
}
