package org.patchbay.simulator.interpreter;

import java.time.Duration;
import java.time.Instant;

/// Notices documents that lead to each other without any time passing, e.g. one that only redirects
/// to itself.
final class LoopGuard {

    private static final int MOST = 100;
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private Instant windowStart = Instant.EPOCH;
    private int inWindow;

    /// @return whether this document is one too many
    boolean loops(Instant now) {
        if (now.isAfter(windowStart.plus(WINDOW))) {
            windowStart = now;
            inWindow = 0;
        }
        return ++inWindow > MOST;
    }
}
