package org.patchbay.simulator.media;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.media.dtls.DtlsIdentity;
import org.patchbay.simulator.media.mix.MixerClock;
import org.patchbay.simulator.media.peer.Peer;

/// A peer that talks in real time: it says one tone and listens for others.
public final class Caller implements AutoCloseable {
    public static final int LOUD = 6000;

    private static final DtlsIdentity IDENTITY = DtlsIdentity.create(new SecureRandom());
    private static final int FRAMES = 25;

    private final Peer peer;
    private final AudioSource voice;
    private final BlockingQueue<short[]> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
    private final MixerClock clock;

    private Caller(Peer peer, double hz) {
        this.peer = peer;
        this.voice = Tone.of(hz, LOUD).forever();
        peer.hearWith(heard::add);
        peer.hearKeysWith(keys::add);
        this.clock = new MixerClock(this::talk);
    }

    public static Caller saying(double hz) throws IOException {
        return new Caller(Peer.open(InetAddress.getLoopbackAddress(), IDENTITY), hz);
    }

    public Peer peer() {
        return peer;
    }

    /// Calls the server and waits until sound flows.
    MediaLeg call(MediaServer server) {
        MediaLeg leg = server.answer(peer.offer());
        peer.accept(leg.localDescription());
        peer.connected().orTimeout(20, TimeUnit.SECONDS).join();
        return leg;
    }

    /// Waits until half a second of what is heard has one tone and not another.
    public void awaitTone(double present, double absent) throws InterruptedException {
        await(
                sound -> Goertzel.amplitude(sound, present) > LOUD * 0.7 && Goertzel.amplitude(sound, absent) < 100,
                FRAMES);
    }

    /// Waits until half a second of what is heard is without a tone.
    public void awaitNoTone(double absent) throws InterruptedException {
        // Longer than the pause of a ringing tone.
        await(sound -> Goertzel.amplitude(sound, absent) < 100, 250);
    }

    /// Waits until the last `frames` frames heard fulfil a condition.
    public void await(Predicate<short[]> condition, int frames) throws InterruptedException {
        heard.clear();
        Deque<short[]> last = new ArrayDeque<>();
        for (int i = 0; i < 1000; i++) {
            short[] frame = heard.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("nothing is heard");
            }
            last.add(frame);
            if (last.size() > frames) {
                last.removeFirst();
            }
            if (last.size() == frames && condition.test(join(last))) {
                return;
            }
        }
        throw new AssertionError("20 s went by without the expected sound");
    }

    /// Waits until no packet comes for half a second.
    void awaitNothing() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            if (heard.poll(500, TimeUnit.MILLISECONDS) == null) {
                return;
            }
        }
        throw new AssertionError("there is always something to be heard");
    }

    public char awaitKey() throws InterruptedException {
        Character key = keys.poll(20, TimeUnit.SECONDS);
        if (key == null) {
            throw new AssertionError("no key was heard");
        }
        return key;
    }

    public void stopTalking() {
        clock.close();
    }

    @Override
    public void close() {
        clock.close();
        peer.close();
    }

    private void talk() {
        short[] frame = new short[160];
        voice.read(frame);
        peer.say(frame);
    }

    private static short[] join(Deque<short[]> frames) {
        short[] sound = new short[frames.size() * 160];
        int i = 0;
        for (short[] frame : frames) {
            System.arraycopy(frame, 0, sound, 160 * i++, 160);
        }
        return sound;
    }
}
