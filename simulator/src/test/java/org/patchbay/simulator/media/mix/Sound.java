package org.patchbay.simulator.media.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;

/// A far end for tests: it says one tone and remembers what it hears.
final class Sound implements AudioPort {
    static final int LOUD = 6000;

    private final AudioSource voice;
    private final List<short[]> heard = new ArrayList<>();

    private Sound(AudioSource voice) {
        this.voice = voice;
    }

    static Sound saying(double hz) {
        return new Sound(Tone.of(hz, LOUD).forever());
    }

    static Sound saying(short constant) {
        return new Sound(frame -> {
            Arrays.fill(frame, constant);
            return true;
        });
    }

    @Override
    public void read(short[] frame) {
        voice.read(frame);
    }

    @Override
    public void write(short[] frame) {
        heard.add(frame.clone());
    }

    void forget() {
        heard.clear();
    }

    short[] lastFrame() {
        return heard.getLast();
    }

    /// How loud a tone is in everything heard since [#forget()], 0 to about [#LOUD].
    double hears(double hz) {
        return Goertzel.amplitude(join(heard), hz);
    }

    boolean hearsTone(double hz) {
        return hears(hz) > LOUD * 0.8;
    }

    boolean hearsNothingOf(double hz) {
        return hears(hz) < LOUD * 0.01;
    }

    static short[] join(List<short[]> frames) {
        short[] joined = new short[frames.size() * 160];
        for (int i = 0; i < frames.size(); i++) {
            System.arraycopy(frames.get(i), 0, joined, 160 * i, 160);
        }
        return joined;
    }
}
