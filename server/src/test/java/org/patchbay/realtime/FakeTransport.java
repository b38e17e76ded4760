package org.patchbay.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A network that takes frames at once, or not before it is told to.
final class FakeTransport implements Transport {

    final List<String> sent = new ArrayList<>();
    final List<CloseReason> closed = new ArrayList<>();
    int pings;
    boolean stuck;
    private @Nullable Consumer<Boolean> pending;

    @Override
    public void send(String text, Consumer<Boolean> done) {
        if (pending != null) {
            throw new AssertionError("two frames at once");
        }
        sent.add(text);
        if (stuck) {
            pending = done;
        } else {
            done.accept(true);
        }
    }

    /// The frame that is stuck goes out, or fails.
    void complete(boolean out) {
        Consumer<Boolean> waiting = pending;
        pending = null;
        if (waiting != null) {
            waiting.accept(out);
        }
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(CloseReason reason) {
        closed.add(reason);
    }
}
