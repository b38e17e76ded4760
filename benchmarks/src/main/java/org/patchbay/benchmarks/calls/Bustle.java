package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Customers who call, wait a little and hang up, as many signed webhooks a second as wanted: each begins a call or
/// ends one, and every desk of the workspace is told.
public final class Bustle implements AutoCloseable {

    /// So that one slow answer does not hold the others up.
    private static final int LINES = 8;

    /// How far behind it may be and still make up for it, as after a pause of the server's; more is left out.
    private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /// A caller gives up when so many have called after them: at 25 calls a second, after about a second.
    private static final int PATIENCE = 25 / LINES;

    private final List<Thread> senders = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private final int port;
    private volatile boolean over;

    private Bustle(int port) {
        this.port = port;
    }

    /// @param numbers which are called in turn
    /// @param perSecond webhooks
    public static Bustle begin(int port, List<Account> numbers, int perSecond) {
        Bustle bustle = new Bustle(port);
        for (int line = 0; line < LINES; line++) {
            int first = line;
            long pause = TimeUnit.SECONDS.toNanos(LINES) / perSecond;
            bustle.senders.add(Thread.ofVirtual().start(() -> bustle.send(numbers, first, pause)));
        }
        return bustle;
    }

    private record Caller(Account account, String sid) {}

    private void send(List<Account> numbers, int first, long pause) {
        Deque<Caller> waiting = new ArrayDeque<>();
        long next = System.nanoTime() + first * pause / LINES;
        int turn = first;
        try (HttpLine twilio = new HttpLine(port)) {
            while (!over) {
                LockSupport.parkNanos(next - System.nanoTime());
                next = Math.max(next + pause, System.nanoTime() - CATCH_UP_NANOS);
                if (waiting.size() > PATIENCE) {
                    hangUp(twilio, waiting.removeFirst());
                } else {
                    waiting.addLast(call(twilio, numbers.get(turn % numbers.size())));
                    turn += LINES - 1; // odd to most lengths, so that each line calls each number
                }
            }
            for (Caller caller : waiting) {
                hangUp(twilio, caller);
            }
        } catch (IOException | RuntimeException broken) {
            failed.compareAndSet(null, broken);
        }
    }

    private Caller call(HttpLine twilio, Account account) throws IOException {
        String sid = Deliveries.sid();
        expect(twilio.send(Deliveries.incoming(port, account).request(sid)), 200);
        return new Caller(account, sid);
    }

    private void hangUp(HttpLine twilio, Caller caller) throws IOException {
        expect(twilio.send(Deliveries.abandoned(port, caller.account()).request(caller.sid())), 204);
    }

    private void expect(HttpLine.Answer answer, int status) {
        sent.incrementAndGet();
        if (answer.status() != status) {
            throw new IllegalStateException("Twilio was answered " + answer);
        }
    }

    public int sent() {
        return sent.get();
    }

    /// Whoever still waits hangs up.
    ///
    /// @throws IllegalStateException if a webhook was not answered as it must be
    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread sender : senders) {
            sender.join();
        }
        Exception broken = failed.get();
        if (broken != null) {
            throw new IllegalStateException("the calls have stopped", broken);
        }
    }
}
