package org.patchbay.systemtests.calls;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.patchbay.simulator.media.VirtualLeg;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;

/// Somebody on a scripted phone who hears and makes tones.
public record Ears(VirtualLeg leg, AtomicReference<short[]> frame, AtomicLong frames, KeysHeard keys) {

    /// What a recording is sure to show was heard for so many frames of 20 ms.
    private static final int FOR_SURE = 15;

    private static final int LOUD = 8_000;
    private static final int AUDIBLE = 2_000;

    public static Ears of(Installation installation, PhoneCall call) {
        VirtualLeg leg = installation.simulator().listen(call);
        AtomicReference<short[]> heard = new AtomicReference<>(new short[Pcm.FRAME_SAMPLES]);
        AtomicLong frames = new AtomicLong();
        KeysHeard keys = new KeysHeard();
        leg.hearWith(frame -> {
            heard.set(frame.clone());
            frames.incrementAndGet();
            keys.hear(frame);
        });
        return new Ears(leg, heard, frames, keys);
    }

    /// @param hz 0 for nothing
    public void sounds(int hz) {
        leg.say(Tone.of(hz, LOUD).forever());
    }

    public void awaits(int hz) {
        Eventually.is(true, () -> hears(hz));
        long enough = frames.get() + FOR_SURE;
        Eventually.is(true, () -> frames.get() >= enough && hears(hz));
    }

    public void awaitsNone(int hz) {
        Eventually.is(false, () -> hears(hz));
    }

    /// Waits until these keys, and no others, have been pressed on the other side.
    public void awaitsKeys(String pressed) {
        Eventually.is(pressed, keys::text);
    }

    private boolean hears(int hz) {
        short[] now = Objects.requireNonNull(frame.get());
        return Goertzel.amplitude(now, 0, now.length, hz, Pcm.SAMPLE_RATE) > AUDIBLE;
    }
}
