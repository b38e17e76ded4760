package org.patchbay.calls.acting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.patchbay.database.Tenancy;

/// The same for each of many calls, a few at once: most of it is waiting for Twilio and for the commit, and what is
/// told at the same moment is written together.
///
/// Twilio limits how many requests of an account are under way
/// ([error 20429](https://www.twilio.com/docs/api/errors/20429)), and members need some of them meanwhile.
final class Several {

    private static final int AT_ONCE = 8;

    private Several() {}

    /// Does it for all of them, in the bound workspace, and returns when each has been tried.
    ///
    /// @throws RuntimeException the first fault, after the others
    static <T> void each(Collection<T> all, Consumer<T> work) {
        UUID workspaceId = Tenancy.workspaceId();
        List<Future<?>> begun = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (T one : all) {
                begun.add(workers.submit(() -> Tenancy.asWorkspace(workspaceId, () -> {
                    work.accept(one);
                    return true;
                })));
            }
        }
        begun.forEach(Several::fault);
    }

    private static void fault(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException reason
                    ? reason
                    : new IllegalStateException(failed.getCause());
        }
    }
}
