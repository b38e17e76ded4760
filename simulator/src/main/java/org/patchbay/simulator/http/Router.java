package org.patchbay.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the endpoint of a path. Patterns are paths whose segments may be `{variables}`; a literal
/// segment wins over a variable when both match. A known extension of the last segment (`.json`,
/// `.wav`, `.mp3`) is matched on its own, so that `/Calls/{CallSid}.json` reads as in Twilio's
/// documents.
public final class Router {

    private static final List<String> EXTENSIONS = List.of(".json", ".wav", ".mp3");

    private final Map<Integer, List<Route>> bySegments = new HashMap<>();

    private record Route(String method, List<String> pattern, Endpoint endpoint) {}

    /// What a look-up can come to.
    public sealed interface Match {
        record Found(Endpoint endpoint, Request request) implements Match {}

        /// The path exists, but not for this method.
        record WrongMethod() implements Match {}

        record Unknown() implements Match {}
    }

    public Router get(String pattern, Endpoint endpoint) {
        return add("GET", pattern, endpoint);
    }

    public Router post(String pattern, Endpoint endpoint) {
        return add("POST", pattern, endpoint);
    }

    public Router put(String pattern, Endpoint endpoint) {
        return add("PUT", pattern, endpoint);
    }

    public Router delete(String pattern, Endpoint endpoint) {
        return add("DELETE", pattern, endpoint);
    }

    private Router add(String method, String pattern, Endpoint endpoint) {
        var segments = segments(pattern);
        bySegments.computeIfAbsent(segments.size(), n -> new ArrayList<>()).add(new Route(method, segments, endpoint));
        return this;
    }

    public Match find(Request request) {
        var path = segments(request.path());
        @Nullable Match best = null;
        int fewest = Integer.MAX_VALUE;
        boolean otherMethod = false;
        for (var route : bySegments.getOrDefault(path.size(), List.of())) {
            var variables = match(route.pattern, path);
            if (variables == null) {
                continue;
            }
            if (!route.method.equals(request.method())) {
                otherMethod = true;
            } else if (variables.size() < fewest) {
                fewest = variables.size();
                best = new Match.Found(route.endpoint, request.with(variables));
            }
        }
        if (best != null) {
            return best;
        }
        return otherMethod ? new Match.WrongMethod() : new Match.Unknown();
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> path) {
        var variables = new HashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), decode(path.get(i)));
            } else if (!expected.equals(path.get(i))) {
                return null;
            }
        }
        return variables;
    }

    private static List<String> segments(String path) {
        String trimmed = path.startsWith("/") ? path.substring(1) : path;
        for (String extension : EXTENSIONS) {
            if (trimmed.endsWith(extension)) {
                trimmed = trimmed.substring(0, trimmed.length() - extension.length()) + "/" + extension;
                break;
            }
        }
        return List.of(trimmed.split("/", -1));
    }

    private static String decode(String segment) {
        try {
            // In a path a plus is a plus; only a form means a blank by it.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
