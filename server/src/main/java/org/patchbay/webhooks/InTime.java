package org.patchbay.webhooks;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;

/// Work that somebody waits for, but not for ever: to Twilio, an answer that comes too late is none, and where a
/// person is on the line it ends the call.
final class InTime {

    private static final ScheduledThreadPoolExecutor ALARMS = alarms();

    private InTime() {}

    /// Does the work here, and interrupts it when it takes longer. On a virtual thread that closes the connection on
    /// which it waits for a database that has fallen silent, so that the pool is not drained by the next ones.
    ///
    /// @throws DataAccessResourceFailureException if it was interrupted before it was done
    static <T> T within(Duration longest, Supplier<T> work) {
        Watched watched = new Watched(Thread.currentThread());
        Future<?> alarm = ALARMS.schedule(watched::hurry, longest.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return work.get();
        } catch (RuntimeException failed) {
            throw watched.isLate()
                    ? new DataAccessResourceFailureException("It was not answered in time.", failed)
                    : failed;
        } finally {
            alarm.cancel(false);
            watched.leave();
        }
    }

    /// A thread at work. It is not interrupted any more once it has left.
    private static final class Watched {

        private final Thread thread;
        private boolean left;
        private boolean late;

        Watched(Thread thread) {
            this.thread = thread;
        }

        synchronized void hurry() {
            if (!left) {
                late = true;
                thread.interrupt();
            }
        }

        synchronized boolean isLate() {
            return late;
        }

        /// What the thread does next is not meant.
        synchronized void leave() {
            left = true;
            if (late) {
                Thread.interrupted();
            }
        }
    }

    private static ScheduledThreadPoolExecutor alarms() {
        ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("deliveries-in-time").factory());
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }
}
