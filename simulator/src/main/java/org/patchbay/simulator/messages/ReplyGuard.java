package org.patchbay.simulator.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.simulator.time.SimulatorClock;

/// Breaks the loop of two machines that answer each other: after 20 replies between the same two
/// numbers, each less than 15 s after the one before, replies are held for 30 s
/// (<https://www.twilio.com/docs/api/errors/14107>).
final class ReplyGuard {

    private static final int MOST = 20;
    private static final Duration CLOSE = Duration.ofSeconds(15);
    private static final Duration HOLD = Duration.ofSeconds(30);

    private final SimulatorClock clock;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    private record Run(int replies, Instant last, Instant heldUntil) {}

    ReplyGuard(SimulatorClock clock) {
        this.clock = clock;
    }

    /// Whether a reply may go out now; counts it.
    boolean admits(String from, String to) {
        Instant now = clock.now();
        var run = runs.compute(from + " " + to, (pair, known) -> {
            if (known == null || known.last.plus(CLOSE).isBefore(now) && !known.heldUntil.isAfter(now)) {
                return new Run(1, now, Instant.MIN);
            }
            if (known.heldUntil.isAfter(now)) {
                return known;
            }
            return known.replies < MOST
                    ? new Run(known.replies + 1, now, Instant.MIN)
                    : new Run(0, now, now.plus(HOLD));
        });
        return !run.heldUntil.isAfter(now);
    }
}
