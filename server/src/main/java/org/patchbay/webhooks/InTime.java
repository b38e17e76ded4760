package org.patchbay.webhooks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;

/// Work that somebody waits for, but not for ever: to Twilio, an answer that comes too late is none, and where a
/// person is on the line it ends the call.
final class InTime {

    private InTime() {}

    /// Does the work on a thread of its own.
    ///
    /// @throws DataAccessResourceFailureException if it takes longer. The work is interrupted; being on a virtual
    ///     thread, that closes the connection on which it waits for a database that has fallen silent, so that
    ///     the pool is not drained by the next ones
    static <T> T within(Duration longest, Supplier<T> work) {
        Map<String, String> logged = MDC.getCopyOfContextMap();
        FutureTask<T> task = new FutureTask<>(() -> logging(logged, work));
        Thread.ofVirtual().name("delivery").start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new DataAccessResourceFailureException("It was not answered in time.", late);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("Interrupted before it was answered.", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error fault) {
                throw fault;
            }
            throw failed.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(failed.getCause());
        }
    }

    private static <T> T logging(@Nullable Map<String, String> logged, Supplier<T> work) {
        if (logged != null) {
            MDC.setContextMap(logged);
        }
        return work.get();
    }
}
