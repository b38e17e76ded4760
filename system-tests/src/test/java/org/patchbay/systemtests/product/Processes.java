package org.patchbay.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What tests need to start and watch processes.
public final class Processes {

    /// Long: on a busy machine everything passes, only later.
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long BETWEEN_LOOKS_MS = 50;

    private Processes() {}

    /// Takes the settings of whoever runs the tests out of a process's environment.
    public static void withoutSettings(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PATCHBAY_"));
    }

    /// Waits until something is so, as long as the process lives.
    ///
    /// @throws IllegalStateException if it never becomes so
    public static void await(Process process, String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            try {
                boolean ended = process.waitFor(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
                if (condition.getAsBoolean()) {
                    return;
                }
                if (ended || Instant.now().isAfter(end)) {
                    throw new IllegalStateException(ended ? "ended instead of: " + what : "waited in vain for: " + what);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    public static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
