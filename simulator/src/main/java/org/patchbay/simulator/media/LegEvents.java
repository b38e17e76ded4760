package org.patchbay.simulator.media;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands a leg's events to its listeners, in order and off the thread that noticed them: neither the
/// network's nor the mixer's thread ever waits for a listener.
final class LegEvents {
    private static final Logger log = LoggerFactory.getLogger(LegEvents.class);

    private final List<LegListener> listeners = new CopyOnWriteArrayList<>();
    private final SerialExecutor executor = new SerialExecutor();
    // Written and read in the executor only.
    private boolean connected;
    private Optional<CloseReason> closed = Optional.empty();

    void listen(LegListener listener) {
        executor.execute(() -> {
            if (connected) {
                guarded(listener, LegListener::connected);
            }
            closed.ifPresent(reason -> guarded(listener, told -> told.closed(reason)));
            listeners.add(listener);
        });
    }

    void connected() {
        executor.execute(() -> {
            connected = true;
            tell(LegListener::connected);
        });
    }

    void digit(char key) {
        executor.execute(() -> tell(listener -> listener.digit(key)));
    }

    void closed(CloseReason reason) {
        executor.execute(() -> {
            closed = Optional.of(reason);
            tell(listener -> listener.closed(reason));
        });
    }

    private void tell(Consumer<LegListener> news) {
        listeners.forEach(listener -> guarded(listener, news));
    }

    private static void guarded(LegListener listener, Consumer<LegListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            log.warn("A listener of a leg failed", e);
        }
    }
}
