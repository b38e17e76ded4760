package org.patchbay.benchmarks.media;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.simulator.media.MediaLeg;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.media.mix.Room;

/// A media server with many two-party calls. The far ends live in another process ([PeerFleet]), so that
/// the figures are the server's alone. The last line printed is one JSON object.
///
/// Options: `--seconds 30` measured, `--legs 100`.
public final class MediaBenchmark {
    private static final int WARM_UP_SECONDS = 10;

    private final int seconds;
    private final int legCount;

    private MediaBenchmark(int seconds, int legCount) {
        this.seconds = seconds;
        this.legCount = legCount;
    }

    /// @throws IllegalArgumentException when an option is not known
    public static void main(String[] arguments) throws IOException {
        int seconds = 30;
        int legs = 100;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            int value = Integer.parseInt(arguments[i + 1]);
            switch (arguments[i]) {
                case "--seconds" -> seconds = value;
                case "--legs" -> legs = value;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        new MediaBenchmark(seconds, legs).run();
    }

    private void run() throws IOException {
        try (MediaServer server = MediaServer.start(MediaConfig.loopback(0));
                FleetProcess fleet = FleetProcess.start()) {
            // One call first, so that classes and tables count for the process and not for the legs.
            connect(server, fleet, 2);
            long heapBefore = usedHeap();
            List<MediaLeg> legs = connect(server, fleet, legCount);
            System.out.printf(
                    "%d legs in %d rooms are connected; warming up %d s%n", legCount, legCount / 2, WARM_UP_SECONDS);
            fleet.say("talk");
            pause(WARM_UP_SECONDS);
            long heapPerLeg = (usedHeap() - heapBefore) / legCount;

            server.lateness().reset();
            fleet.say("measure");
            Cpu cpu = Cpu.now();
            pause(seconds);
            double cpuShare = cpu.shareSince() / legCount;
            FleetReport report = FleetReport.parse(fleet.ask("report"));
            print(server, legs, cpuShare, heapPerLeg, report);
        }
    }

    private static List<MediaLeg> connect(MediaServer server, FleetProcess fleet, int count) throws IOException {
        List<MediaLeg> legs = new ArrayList<>();
        for (int i = 0; i < count; i += 2) {
            Room room = server.room();
            for (int j = 0; j < 2; j++) {
                MediaLeg leg = server.offer();
                leg.accept(fleet.answer(leg.localDescription()));
                room.join(leg.channel());
                legs.add(leg);
            }
        }
        fleet.ask("connected");
        return legs;
    }

    private void print(MediaServer server, List<MediaLeg> legs, double cpuShare, long heapPerLeg, FleetReport report) {
        long concealed = legs.stream()
                .mapToLong(leg -> leg.quality().playout().concealed())
                .sum();
        long refused = legs.stream().mapToLong(leg -> leg.quality().refused()).sum();
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"media\",\"legs\":%d,\"rooms\":%d,\"seconds\":%d,"
                        + "\"tickLatenessMillisP50\":%.2f,\"tickLatenessMillisP99\":%.2f,\"tickLatenessMillisMax\":%.2f,"
                        + "\"cpuPercentOfOneCorePerLeg\":%.3f,\"heapBytesPerLeg\":%d,"
                        + "\"serverDelayMillisP50\":%.1f,\"serverDelayMillisP99\":%.1f,"
                        + "\"peersHearingTheirPartner\":%d,\"framesConcealed\":%d,\"packetsRefused\":%d,"
                        + "\"processors\":%d}%n",
                legCount,
                legCount / 2,
                seconds,
                millis(server, 0.5),
                millis(server, 0.99),
                millis(server, 1),
                100 * cpuShare,
                heapPerLeg,
                report.delayMillisP50(),
                report.delayMillisP99(),
                report.hearing(),
                concealed,
                refused,
                Runtime.getRuntime().availableProcessors());
    }

    private static double millis(MediaServer server, double quantile) {
        return server.lateness().quantile(quantile).toNanos() / 1e6;
    }

    private static long usedHeap() {
        // Twice, because the first collection only queues what weak references held.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void pause(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
