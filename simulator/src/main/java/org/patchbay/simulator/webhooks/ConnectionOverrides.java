package org.patchbay.simulator.webhooks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.patchbay.simulator.http.Params;

/// How a webhook is tried, from the fragment of its URL, e.g. `#rc=2&rp=5xx,ct,rt&ct=1000`
/// (<https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides>). A value out of its
/// range counts as absent. `sni` and `e` (edge) have no meaning on one machine.
///
/// @param connect time for the connection
/// @param read time until the first byte of the answer
/// @param total time for everything, retries included; Twilio's ceiling is 15 s
/// @param retries how often a failed attempt is repeated, 0 to 5
/// @param retryOn `4xx`, `5xx`, `ct`, `rt` or `all`
public record ConnectionOverrides(Duration connect, Duration read, Duration total, int retries, Set<String> retryOn) {

    private static final Set<String> POLICIES = Set.of("4xx", "5xx", "ct", "rt", "all");

    public static ConnectionOverrides of(String url) {
        int hash = url.indexOf('#');
        var params = hash < 0 ? Params.NONE : Params.parse(url.substring(hash + 1));
        var policy = params.first("rp")
                .map(text -> Set.copyOf(Arrays.asList(text.split(","))))
                .orElse(Set.of("ct"));
        return new ConnectionOverrides(
                Duration.ofMillis(within(params, "ct", 100, 10_000, 5_000)),
                Duration.ofMillis(within(params, "rt", 100, 15_000, 15_000)),
                Duration.ofMillis(within(params, "tt", 100, 15_000, 15_000)),
                within(params, "rc", 0, 5, 1),
                POLICIES.containsAll(policy) ? policy : Set.of("ct"));
    }

    boolean retries(String failure) {
        return retryOn.contains("all") || retryOn.contains(failure);
    }

    private static int within(Params params, String name, int least, int most, int otherwise) {
        try {
            int value = params.first(name).map(Integer::parseInt).orElse(otherwise);
            return value >= least && value <= most ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
