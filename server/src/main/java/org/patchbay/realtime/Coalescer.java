package org.patchbay.realtime;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Does one kind of work per key: never twice at the same time for one key, and once more if it was asked
/// for while it ran. However often it is asked for, the last request is followed by a whole run.
///
/// @param <K> equal keys are one
final class Coalescer<K> {

    private enum State {
        RUNNING,
        WANTED_AGAIN
    }

    private final ConcurrentMap<K, State> states = new ConcurrentHashMap<>();
    private final Executor executor;
    private final Consumer<K> work;

    /// @param work what it throws is the executor's business; the key can be asked for again
    Coalescer(Executor executor, Consumer<K> work) {
        this.executor = executor;
        this.work = work;
    }

    void ask(K key) {
        State before = states.merge(key, State.RUNNING, (running, ignored) -> State.WANTED_AGAIN);
        if (before == State.RUNNING) {
            executor.execute(() -> run(key));
        }
    }

    private void run(K key) {
        try {
            work.accept(key);
        } finally {
            State left = states.compute(key, (k, state) -> state == State.WANTED_AGAIN ? State.RUNNING : null);
            if (left == State.RUNNING) {
                executor.execute(() -> run(key));
            }
        }
    }
}
