package org.patchbay.simulator.time;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs tasks one after another, in the order in which they were posted, on no thread of its own.
///
/// Each account has one: whatever changes a call, a conference or a queue of the account runs here,
/// so that no state of the engine needs a lock and no two events of one account race. Tasks never
/// wait for anything.
public final class Mailbox {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final int BATCH = 256;

    private final Executor executor;
    private final InFlight inFlight;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean draining;

    public Mailbox(Executor executor, InFlight inFlight) {
        this.executor = executor;
        this.inFlight = inFlight;
    }

    /// Runs the task after everything posted before it.
    public void post(Runnable task) {
        inFlight.enter();
        synchronized (tasks) {
            tasks.add(task);
            if (draining) {
                return;
            }
            draining = true;
        }
        executor.execute(this::drain);
    }

    /// Runs the question in turn and waits for its answer, exceptions included. Never call it from
    /// within a task.
    public <T> T ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        post(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void drain() {
        for (int done = 0; done < BATCH; done++) {
            Runnable task;
            synchronized (tasks) {
                task = tasks.poll();
                if (task == null) {
                    draining = false;
                    return;
                }
            }
            run(task);
        }
        // A busy account must not keep the others from the processor.
        executor.execute(this::drain);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            log.error("A task of the engine failed", e);
        } finally {
            inFlight.leave();
        }
    }
}
