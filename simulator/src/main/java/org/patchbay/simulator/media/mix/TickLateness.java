package org.patchbay.simulator.media.mix;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/// How late the mixer's ticks began: a histogram in steps of 50 µs up to 100 ms.
public final class TickLateness {
    private static final long STEP_NANOS = 50_000;
    private static final int STEPS = 2000;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS + 1);

    void record(long nanos) {
        counts.incrementAndGet((int) Math.clamp(nanos / STEP_NANOS, 0, STEPS));
    }

    /// Ticks counted.
    public long ticks() {
        long total = 0;
        for (int i = 0; i < counts.length(); i++) {
            total += counts.get(i);
        }
        return total;
    }

    /// The lateness that `share` (0 to 1) of all ticks did not exceed, rounded up to 50 µs; zero without ticks.
    public Duration quantile(double share) {
        long wanted = (long) Math.ceil(share * ticks());
        long seen = 0;
        for (int i = 0; i < counts.length() && wanted > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return Duration.ofNanos((i + 1) * STEP_NANOS);
            }
        }
        return Duration.ZERO;
    }

    /// Forgets everything, to measure from now on.
    public void reset() {
        for (int i = 0; i < counts.length(); i++) {
            counts.set(i, 0);
        }
    }
}
