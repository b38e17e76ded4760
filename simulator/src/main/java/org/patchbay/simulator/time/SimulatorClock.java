package org.patchbay.simulator.time;

import java.time.Duration;
import java.time.Instant;

/// The one source of time. Ringing, Gather, Record, Pause, delivery states and the limits on
/// webhooks are timed by it and by nothing else, so that a test can turn an hour in an instant.
public interface SimulatorClock extends AutoCloseable {

    Instant now();

    /// Runs the task once, on a thread of the clock's choosing, when `delay` has passed. A negative
    /// delay counts as zero. The task must be short: hand work on to a [Mailbox].
    Timer after(Duration delay, Runnable task);

    @Override
    default void close() {}

    /// A task that has not run yet.
    interface Timer {
        /// Forgets the task; no effect when it has run.
        void cancel();
    }
}
