package org.patchbay.database.jobs;

import java.time.Duration;

/// How often failed work is tried again, and how long after: the pause doubles from failure to failure.
///
/// @param attempts all in all, the first one included; recurring jobs are never given up
/// @param first the pause after the first failure
/// @param longest the pause does not grow beyond it
public record Retry(int attempts, Duration first, Duration longest) {

    /// For deadlines that somebody waits for: about a minute, then it is too late anyway.
    public static final Retry PROMPT = new Retry(8, Duration.ofSeconds(1), Duration.ofSeconds(15));

    /// For work that must happen, whenever: about two days.
    public static final Retry PATIENT = new Retry(60, Duration.ofSeconds(5), Duration.ofHours(1));

    public Retry {
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("not a way to retry");
        }
    }

    /// @param failures how often in a row it has failed, at least 1
    public Duration pauseAfter(int failures) {
        Duration pause = first;
        for (int doubled = 1; doubled < failures && pause.compareTo(longest) < 0; doubled++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /// Whether work that has failed so often in a row is given up.
    public boolean exhaustedBy(int failures) {
        return failures >= attempts;
    }
}
