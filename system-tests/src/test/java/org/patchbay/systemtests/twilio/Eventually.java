package org.patchbay.systemtests.twilio;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.patchbay.systemtests.product.Processes;

/// Waits until something is so.
final class Eventually {

    private Eventually() {}

    static <T> void is(T wanted, Supplier<T> found) {
        long end = System.nanoTime() + Processes.PATIENCE.toNanos();
        T last = found.get();
        while (!wanted.equals(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never " + wanted + ", but " + last);
            }
            LockSupport.parkNanos(20_000_000);
            last = found.get();
        }
    }
}
