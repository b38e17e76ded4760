package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.patchbay.benchmarks.realtime.Latencies;

/// A customer calls a team that sits at its desks, and the call rings on each: how long from the moment the webhook
/// is sent until a desk has read the whole frame. The next one calls after a moment.
final class FanOut {

    private static final String OFFERED = "\"type\":\"call.offered\"";
    private static final String ENDED = "\"type\":\"call.ended\"";
    private static final int PAUSE_MILLIS = 200;

    private final Desks desks;
    private final HttpLine twilio;
    private final Webhook customer;
    private final Webhook goodbye;

    FanOut(Desks desks, HttpLine twilio, int port, Account account) {
        this.desks = desks;
        this.twilio = twilio;
        this.customer = Deliveries.incoming(port, account);
        this.goodbye = Deliveries.abandoned(port, account);
    }

    /// @return how long each frame took
    Latencies run(int seconds) throws IOException, InterruptedException {
        List<long[]> all = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            all.add(call());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        return new Latencies(all.stream().flatMapToLong(LongStream::of).toArray());
    }

    private long[] call() throws IOException, InterruptedException {
        String sid = Deliveries.sid();
        byte[] request = customer.request(sid);
        long[] sentAt = new long[1];
        long[] readAt = desks.watch(OFFERED, () -> {
            sentAt[0] = System.nanoTime();
            expect(twilio.send(request), 200);
        });
        desks.watch(ENDED, () -> expect(twilio.send(goodbye.request(sid)), 204));
        return LongStream.of(readAt).map(at -> at - sentAt[0]).toArray();
    }

    private static void expect(HttpLine.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Twilio was answered " + answer);
        }
    }
}
