package org.patchbay.benchmarks.media;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.media.peer.Peer;

/// One far end that says a quiet tone and now and then a loud frame, whose way to the partner is timed.
final class FleetPeer {
    private static final int QUIET = 2000;
    private static final int LOUD = 20_000;
    private static final int MARKER_RMS = 6000;
    private static final int WINDOW = 8000;
    private static final int MARKER_FRAMES = 100;
    private static final int CHECK_FRAMES = 200;

    private final Peer peer;
    private final double hz;
    private final AudioSource quiet;
    private final AudioSource loud;
    private final short[] spoken = new short[Pcm.FRAME_SAMPLES];
    private final short[] heard = new short[WINDOW];
    private final ConcurrentLinkedQueue<Long> markersSent = new ConcurrentLinkedQueue<>();
    private volatile LongConsumer delays = _ -> {};
    private int heardPosition;
    private long lastMarker;
    private int frames;

    FleetPeer(Peer peer, int number) {
        this.peer = peer;
        // Neighbours differ by more than Goertzel's resolution; rooms reuse tones.
        this.hz = 400 + 50.0 * (number % 40);
        this.quiet = Tone.of(hz, QUIET).forever();
        this.loud = Tone.of(hz, LOUD).forever();
        this.frames = number;
    }

    Peer peer() {
        return peer;
    }

    /// Wires up two peers of one room.
    void partner(FleetPeer other) {
        peer.hearWith(frame -> hear(frame, other));
    }

    void measure(LongConsumer delayNanos) {
        delays = delayNanos;
    }

    /// Sends the next 20 ms.
    void talk() {
        boolean marker = ++frames % MARKER_FRAMES == 0;
        (marker ? loud : quiet).read(spoken);
        if (marker) {
            markersSent.add(System.nanoTime());
        }
        peer.say(spoken);
        if (frames % CHECK_FRAMES == 0) {
            peer.check();
        }
    }

    /// Whether the last second held the partner's tone and not our own.
    synchronized boolean hears(FleetPeer partner) {
        return Goertzel.amplitude(heard, partner.hz) > QUIET * 0.7 && Goertzel.amplitude(heard, hz) < QUIET * 0.2;
    }

    private synchronized void hear(short[] frame, FleetPeer from) {
        for (short sample : frame) {
            heard[heardPosition] = sample;
            heardPosition = (heardPosition + 1) % WINDOW;
        }
        long now = System.nanoTime();
        // A marker may be spread over two frames; the second is not another marker.
        if (Pcm.rms(frame) > MARKER_RMS && now - lastMarker > 1_000_000_000L) {
            lastMarker = now;
            Long sent = null;
            for (Long next = from.markersSent.poll(); next != null; next = from.markersSent.poll()) {
                sent = next;
            }
            if (sent != null) {
                delays.accept(now - sent);
            }
        }
    }
}
