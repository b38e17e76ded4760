package org.patchbay.database.jobs;

import java.time.Duration;
import java.time.LocalTime;

/// When a recurring job is due.
public sealed interface Rhythm {

    /// That long after it was last done; for the first time at once.
    record Every(Duration pause) implements Rhythm {}

    /// Once a day.
    ///
    /// @param time in UTC
    record Daily(LocalTime time) implements Rhythm {}
}
