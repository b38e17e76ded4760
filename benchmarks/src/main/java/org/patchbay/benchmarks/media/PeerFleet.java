package org.patchbay.benchmarks.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.patchbay.simulator.media.dtls.DtlsIdentity;
import org.patchbay.simulator.media.mix.MixerClock;
import org.patchbay.simulator.media.peer.Peer;

/// The process with the far ends: takes commands line by line from [FleetProcess].
final class PeerFleet {
    private final DtlsIdentity identity = DtlsIdentity.create(new SecureRandom());
    private final List<FleetPeer> peers = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();

    private PeerFleet() {}

    public static void main(String[] arguments) throws IOException {
        new PeerFleet().serve(new BufferedReader(new InputStreamReader(System.in, UTF_8)), System.out);
    }

    private void serve(BufferedReader commands, PrintStream replies) throws IOException {
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "answer" -> replies.println(answer(words[1]));
                case "connected" -> replies.println(connected());
                case "talk" -> talk();
                case "measure" -> peers.forEach(peer -> peer.measure(delays::add));
                case "report" -> replies.println(report().line());
                default -> throw new IOException("unknown command " + words[0]);
            }
            replies.flush();
        }
    }

    private String answer(String offer) throws IOException {
        FleetPeer peer = new FleetPeer(Peer.open(InetAddress.getLoopbackAddress(), identity), peers.size());
        if (peers.size() % 2 == 1) {
            FleetPeer partner = peers.getLast();
            peer.partner(partner);
            partner.partner(peer);
        }
        peers.add(peer);
        String sdp = new String(Base64.getDecoder().decode(offer), UTF_8);
        return Base64.getEncoder().encodeToString(peer.peer().answer(sdp).getBytes(UTF_8));
    }

    private String connected() {
        for (FleetPeer peer : peers) {
            peer.peer().connected().orTimeout(60, TimeUnit.SECONDS).join();
        }
        return "yes";
    }

    @SuppressWarnings("resource") // talks until the process ends
    private void talk() {
        MixerClock _ = new MixerClock(() -> peers.forEach(FleetPeer::talk));
    }

    private FleetReport report() {
        List<Long> sorted = new ArrayList<>(delays);
        sorted.sort(null);
        int hearing = 0;
        // The first pair only warmed the server up.
        for (int i = 2; i < peers.size(); i++) {
            hearing += peers.get(i).hears(peers.get(i ^ 1)) ? 1 : 0;
        }
        return new FleetReport(hearing, millis(sorted, 0.5), millis(sorted, 0.99));
    }

    private static double millis(List<Long> sorted, double quantile) {
        return sorted.isEmpty() ? -1 : sorted.get((int) (quantile * (sorted.size() - 1))) / 1e6;
    }
}
