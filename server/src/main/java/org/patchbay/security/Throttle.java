package org.patchbay.security;

import java.time.Duration;
import java.time.Instant;

/// When the next attempt is let through, after how many failures.
///
/// @param failures since the last success, or since the last was forgotten
/// @param lastAt when the last attempt was let through
/// @param blockedUntil attempts before this are refused unseen
record Throttle(int failures, Instant lastAt, Instant blockedUntil) {

    /// Failures that cost nothing: people mistype.
    static final int FREE = 5;

    static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /// After a day without failures all is forgotten.
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    static final Throttle NONE = new Throttle(0, Instant.EPOCH, Instant.EPOCH);

    boolean blocked(Instant now) {
        return now.isBefore(blockedUntil);
    }

    /// Counts an attempt as failed before it is looked at: attempts made at once must not all be free.
    /// Each failure beyond the free ones doubles the wait.
    Throttle attempted(Instant now, int free) {
        int counted = lastAt.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : failures + 1;
        if (counted < free) {
            return new Throttle(counted, now, Instant.EPOCH);
        }
        int doublings = Math.min(counted - free, 20);
        Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return new Throttle(counted, now, now.plus(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay));
    }
}
