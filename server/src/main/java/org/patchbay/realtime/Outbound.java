package org.patchbay.realtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What waits to be sent to one desk: bounded, sent one after the other, without a thread of its own.
///
/// Whoever offers a frame, or learns that one is out, sends what is next. Calls that come while somebody
/// is at it only leave a note, so that frames which go out at once need no recursion.
final class Outbound {

    /// Beyond either of these a desk is too slow.
    static final int MOST_FRAMES = 1_500;

    static final int MOST_CHARACTERS = 2_000_000;

    private final Transport transport;
    private final AtomicInteger notes = new AtomicInteger();

    private @Nullable Queue<String> waiting;
    private int characters;
    private boolean sending;
    private @Nullable CloseReason closing;
    private boolean closed;

    Outbound(Transport transport) {
        this.transport = transport;
    }

    /// @return false if there is no room for it: the desk is too slow
    boolean offer(String frame) {
        synchronized (this) {
            if (closing != null) {
                return true;
            }
            if (waiting == null) {
                waiting = new ArrayDeque<>(4);
            }
            if (waiting.size() >= MOST_FRAMES || characters + frame.length() > MOST_CHARACTERS) {
                return false;
            }
            waiting.add(frame);
            characters += frame.length();
        }
        proceed();
        return true;
    }

    /// Forgets what waits and closes the connection, once the frame that is being sent is out.
    void close(CloseReason reason) {
        synchronized (this) {
            if (closing != null) {
                return;
            }
            closing = reason;
            waiting = null;
            characters = 0;
        }
        proceed();
    }

    /// Whether nothing waits and nothing is being sent.
    synchronized boolean idle() {
        return !sending && waiting == null;
    }

    private void proceed() {
        if (notes.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            step();
            seen = notes.addAndGet(-seen);
        } while (seen > 0);
    }

    private void step() {
        String frame = next();
        if (frame != null) {
            transport.send(frame, this::sent);
        } else {
            closeIfWanted();
        }
    }

    private synchronized @Nullable String next() {
        if (sending || waiting == null) {
            return null;
        }
        String frame = waiting.remove();
        characters -= frame.length();
        if (waiting.isEmpty()) {
            waiting = null; // thousands of idle desks should cost nothing
        }
        sending = true;
        return frame;
    }

    private void closeIfWanted() {
        CloseReason reason;
        synchronized (this) {
            if (sending || closing == null || closed) {
                return;
            }
            closed = true;
            reason = closing;
        }
        transport.close(reason);
    }

    private void sent(boolean out) {
        synchronized (this) {
            sending = false;
        }
        if (!out) {
            close(CloseReason.TOO_SLOW);
        }
        proceed();
    }
}
