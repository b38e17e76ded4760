package org.patchbay.simulator.webhooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Cookies that a customer's server set during a call; Twilio returns them on the later requests of
/// the same call to the same host.
final class CookieJar {

    /// By call, then host, then name.
    private final Map<String, Map<String, Map<String, String>>> cookies = new ConcurrentHashMap<>();

    /// @return the value of the Cookie header, empty when there is none
    String header(String subject, String host) {
        var ofHost = cookies.getOrDefault(subject, Map.of()).getOrDefault(host, Map.of());
        synchronized (ofHost) {
            return ofHost.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
        }
    }

    void accept(String subject, String host, List<String> setCookieHeaders) {
        for (String header : setCookieHeaders) {
            String[] pair = header.split(";", 2)[0].split("=", 2);
            if (pair.length == 2) {
                var ofHost = cookies.computeIfAbsent(subject, key -> new ConcurrentHashMap<>())
                        .computeIfAbsent(host, key -> new LinkedHashMap<>());
                synchronized (ofHost) {
                    ofHost.put(pair[0].trim(), pair[1].trim());
                }
            }
        }
    }

    /// The call is over.
    void forget(String subject) {
        cookies.remove(subject);
    }
}
