package org.patchbay.benchmarks.realtime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.PatchbayApplication;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.settings.Settings;
import org.springframework.context.ConfigurableApplicationContext;

/// Opens many desks of one workspace against a real server in this process, measures the heap that each
/// costs while it is idle, then writes events and measures how long after the begin of its transaction an
/// event is read at each desk. The desks live in a process of their own.
///
/// `--sockets 1000 --seconds 20 --events 5`; the last line on standard output is one JSON object.
public final class SocketsBenchmark {

    private SocketsBenchmark() {}

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.of(words);
        Path home = Files.createTempDirectory("patchbay-benchmark-");
        int port = freePort();
        try (ConfigurableApplicationContext server =
                PatchbayApplication.start(Settings.from(environment(home, port)))) {
            Tenant tenant = Tenant.signUp(port);
            warmUp(server, tenant, port);
            long before = heapInUse();
            try (Desktops desks = Desktops.open(port, tenant, arguments.sockets())) {
                long perSocket = (heapInUse() - before) / arguments.sockets();
                write(server, tenant, arguments);
                print(arguments, perSocket, desks.stop());
            }
        }
    }

    private static Map<String, String> environment(Path home, int port) throws IOException {
        return Map.of(
                "PATCHBAY_DATA_DIR", home.toString(),
                "PATCHBAY_DESK_PORT", String.valueOf(port),
                "PATCHBAY_MANAGEMENT_PORT", String.valueOf(freePort()),
                "PATCHBAY_SIMULATOR_URL", "none",
                "PATCHBAY_SIGN_UP", "open");
    }

    /// Loads classes and compiles what is hot, so that neither counts.
    private static void warmUp(ConfigurableApplicationContext server, Tenant tenant, int port) throws Exception {
        try (Desktops desks = Desktops.open(port, tenant, 100)) {
            write(server, tenant, new Arguments(100, 5, 50));
            desks.stop();
        }
    }

    private static void write(ConfigurableApplicationContext server, Tenant tenant, Arguments arguments) {
        Outbox outbox = server.getBean(Outbox.class);
        Transactions transactions = server.getBean(Transactions.class);
        long pause = TimeUnit.SECONDS.toNanos(1) / arguments.eventsPerSecond();
        long next = System.nanoTime();
        for (int event = 0; event < arguments.seconds() * arguments.eventsPerSecond(); event++) {
            next += pause;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            // On Linux and macOS one monotonic clock serves all processes.
            Map<String, Long> data = Map.of("sentAtNanos", System.nanoTime());
            Tenancy.asWorkspace(tenant.workspaceId(), () -> {
                transactions.write(() -> outbox.append("benchmark.event", Audience.everyone(), data));
                return data;
            });
        }
        // What is on its way arrives before the desks are told to stop.
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    }

    private static long heapInUse() {
        for (int round = 0; round < 4; round++) {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @SuppressWarnings("SystemOut") // the result
    private static void print(Arguments arguments, long heapPerSocket, Latencies latencies) {
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"sockets\",\"sockets\":%d,\"seconds\":%d,\"eventsPerSecond\":%d,"
                        + "\"heapBytesPerIdleSocket\":%d,\"framesExpected\":%d,\"framesReceived\":%d,"
                        + "\"p50Millis\":%.1f,\"p99Millis\":%.1f,\"maxMillis\":%.1f}%n",
                arguments.sockets(),
                arguments.seconds(),
                arguments.eventsPerSecond(),
                heapPerSocket,
                (long) arguments.sockets() * arguments.seconds() * arguments.eventsPerSecond(),
                latencies.count(),
                latencies.millis(0.5),
                latencies.millis(0.99),
                latencies.millis(1));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
