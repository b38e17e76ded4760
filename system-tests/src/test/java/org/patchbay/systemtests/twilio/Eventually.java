package org.patchbay.systemtests.twilio;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.patchbay.systemtests.product.Processes;

/// Waits until something is so.
public final class Eventually {

    private Eventually() {}

    public static <T> void is(T wanted, Supplier<T> found) {
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

    /// Waits until there is something.
    ///
    /// @param what for the message should it never come
    public static <T> T some(String what, Supplier<Optional<T>> found) {
        is(true, what, () -> found.get().isPresent());
        return found.get().orElseThrow();
    }

    private static void is(boolean wanted, String what, Supplier<Boolean> found) {
        long end = System.nanoTime() + Processes.PATIENCE.toNanos();
        while (wanted != found.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
