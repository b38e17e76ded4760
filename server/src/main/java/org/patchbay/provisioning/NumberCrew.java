package org.patchbay.provisioning;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.patchbay.database.Tenancy;
import org.slf4j.MDC;

/// Does the same with many numbers, a few at a time: each is a request to Twilio, which limits how many of
/// an account are under way at once (20429) and shares that with the team's other programs.
final class NumberCrew {

    static final int AT_ONCE = 4;

    private NumberCrew() {}

    /// Does the work for each item in the bound workspace. When one throws, no further item is begun, and it
    /// is thrown on once those under way are done.
    static <T> void each(List<T> items, Consumer<T> work) {
        UUID workspaceId = Tenancy.workspaceId();
        Map<String, String> log = MDC.getCopyOfContextMap();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService crew = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("numbers-", 0).factory())) {
            List<Future<?>> done = items.stream()
                    .<Future<?>>map(item -> crew.submit(() -> {
                        if (!over.get()) {
                            one(workspaceId, log, item, work, over);
                        }
                    }))
                    .collect(Collectors.toList());
            done.forEach(NumberCrew::await);
        }
    }

    private static <T> void one(
            UUID workspaceId, Map<String, String> log, T item, Consumer<T> work, AtomicBoolean over) {
        if (log != null) {
            MDC.setContextMap(log);
        }
        try {
            Tenancy.asWorkspace(workspaceId, () -> {
                work.accept(item);
                return true;
            });
        } catch (RuntimeException failed) {
            over.set(true);
            throw failed;
        } finally {
            MDC.clear();
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RunStep.Interrupted();
        }
    }
}
