package org.patchbay.benchmarks.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;

/// Two questions: how much heap do many calls at the same time take, and how many new calls a second
/// are carried from ring to hang-up. Run with `-Xmx1g`; the last line of output is JSON.
///
/// ```
/// java -Xmx1g -cp … org.patchbay.benchmarks.simulator.SimulatorLoad --calls 10000 --rate 1000 --seconds 30
/// ```
public final class SimulatorLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BURST = 200;

    private SimulatorLoad() {}

    /// @param calls at the same time
    /// @param rate new calls a second
    private record Settings(int calls, int rate, int seconds) {

        static Settings parse(String... arguments) {
            var settings = new Settings(10_000, 1_000, 30);
            for (int i = 0; i + 1 < arguments.length; i += 2) {
                int value = Integer.parseInt(arguments[i + 1]);
                settings = switch (arguments[i]) {
                    case "--calls" -> new Settings(value, settings.rate, settings.seconds);
                    case "--rate" -> new Settings(settings.calls, value, settings.seconds);
                    case "--seconds" -> new Settings(settings.calls, settings.rate, value);
                    default -> throw new IllegalArgumentException(arguments[i] + ": --calls, --rate or --seconds");
                };
            }
            return settings;
        }
    }

    private record Together(int answered, double seconds, long heapMegabytes) {}

    private record Flow(long started, long completed, double startedPerSecond, double completedPerSecond) {}

    public static void main(String[] arguments) throws IOException {
        var settings = Settings.parse(arguments);
        // The JDK's server closes idle connections beyond 200 while the simulator reuses them.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
        Together together;
        try (var customer = new InstantCustomer();
                var stage = new LoadStage(customer.url("/hold"))) {
            together = together(stage, settings.calls);
        }
        Flow flow;
        try (var customer = new InstantCustomer();
                var stage = new LoadStage(customer.url("/end"))) {
            flow = flow(stage, settings);
        }
        print(settings, together, flow);
    }

    private static Together together(LoadStage stage, int calls) {
        long start = System.nanoTime();
        List<PhoneCall> placed = new ArrayList<>(calls);
        for (int i = 0; i < calls; i++) {
            // A ramp: how many connect in the same instant is not the question here.
            int number = i;
            if (i % BURST == 0) {
                await(() -> settled(placed) == number);
            }
            placed.add(stage.call(i, Script.answers()));
        }
        await(() -> settled(placed) == calls);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Together(answered(placed), seconds, heapMegabytes());
    }

    /// Answered, or failed already: a failed call is not waited for.
    private static int settled(List<PhoneCall> calls) {
        return (int) calls.stream()
                .filter(call -> call.isAnswered() || call.isOver())
                .count();
    }

    private static int answered(List<PhoneCall> calls) {
        return (int) calls.stream()
                .filter(call -> call.isAnswered() && !call.isOver())
                .count();
    }

    /// Places calls at the rate, never faster; a simulator that cannot keep up falls behind, and the
    /// figures show it.
    private static Flow flow(LoadStage stage, Settings settings) {
        int wanted = settings.rate * settings.seconds;
        List<PhoneCall> placed = new ArrayList<>(wanted);
        long start = System.nanoTime();
        for (int i = 0; i < wanted; i++) {
            long due = start + (long) (i * 1e9 / settings.rate);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            placed.add(stage.call(i, Script.answers()));
        }
        double placing = (System.nanoTime() - start) / 1e9;
        await(() -> over(placed) == wanted);
        double all = (System.nanoTime() - start) / 1e9;
        long completed = over(placed);
        return new Flow(wanted, completed, wanted / placing, completed / all);
    }

    private static long over(List<PhoneCall> calls) {
        return calls.stream().filter(PhoneCall::isOver).count();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static long heapMegabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    @SuppressWarnings("SystemOut")
    private static void print(Settings settings, Together together, Flow flow) {
        System.out.printf(
                Locale.ROOT,
                "{\"scenario\":\"simulator\",\"calls\":%d,\"answered\":%d,\"answeredAfterSeconds\":%.2f,"
                        + "\"heapUsedMb\":%d,\"heapMaxMb\":%d,\"rate\":%d,\"seconds\":%d,\"started\":%d,"
                        + "\"completed\":%d,\"startedPerSecond\":%.1f,\"completedPerSecond\":%.1f}%n",
                settings.calls,
                together.answered,
                together.seconds,
                together.heapMegabytes,
                Runtime.getRuntime().maxMemory() >> 20,
                settings.rate,
                settings.seconds,
                flow.started,
                flow.completed,
                flow.startedPerSecond,
                flow.completedPerSecond);
    }
}
