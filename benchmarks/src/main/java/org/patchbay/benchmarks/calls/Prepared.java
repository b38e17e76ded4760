package org.patchbay.benchmarks.calls;

import java.util.function.Supplier;

/// Requests that were made and signed beforehand: what that costs is Twilio's, and the load shares the machine with
/// what it measures. When none is left, more are made one by one.
final class Prepared implements Supplier<byte[]> {

    private final byte[][] requests;
    private int next;
    private final Supplier<byte[]> more;

    private Prepared(byte[][] requests, Supplier<byte[]> more) {
        this.requests = requests;
        this.more = more;
    }

    static Prepared of(int count, Supplier<byte[]> source) {
        byte[][] requests = new byte[count][];
        for (int i = 0; i < count; i++) {
            requests[i] = source.get();
        }
        return new Prepared(requests, source);
    }

    @Override
    public byte[] get() {
        return next < requests.length ? requests[next++] : more.get();
    }
}
