package org.patchbay.simulator.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.patchbay.simulator.rest.RestError;

/// How fast an account may start calls by REST. Twilio queues what comes faster and refuses (22005)
/// what would wait for more than a day (<https://www.twilio.com/docs/voice/api/call-resource>).
public final class Pace {

    private static final Duration LONGEST_QUEUE = Duration.ofHours(24);

    private final Duration gap;
    private final Map<String, Instant> nextFree = new HashMap<>();

    /// @param callsPerSecond 0 means without limit
    public Pace(int callsPerSecond) {
        this.gap = callsPerSecond == 0 ? Duration.ZERO : Duration.ofNanos(1_000_000_000L / callsPerSecond);
    }

    /// How long the account's next call waits for its turn, which it thereby takes.
    public synchronized Duration takeTurn(String accountSid, Instant now) {
        Instant free = nextFree.getOrDefault(accountSid, now);
        Instant turn = free.isBefore(now) ? now : free;
        var wait = Duration.between(now, turn);
        if (wait.compareTo(LONGEST_QUEUE) > 0) {
            throw RestError.badRequest(22005, "The queue of calls would take longer than 24 hours");
        }
        nextFree.put(accountSid, turn.plus(gap));
        return wait;
    }
}
