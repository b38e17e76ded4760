package org.patchbay.simulator.media.rtp;

import java.util.Arrays;
import org.patchbay.simulator.media.audio.Pcm;

/// Fills a hole with the sound before it, quieter each time: a lost packet is a soft spot instead of a
/// click, and after 60 ms there is silence rather than a buzz.
final class LossConcealment {
    private static final double[] GAINS = {0.7, 0.4, 0.15};

    private final short[] last = new short[Pcm.FRAME_SAMPLES];
    private int repeats = GAINS.length;

    void remember(short[] frame) {
        System.arraycopy(frame, 0, last, 0, last.length);
        repeats = 0;
    }

    void fade(short[] frame) {
        if (repeats >= GAINS.length) {
            Arrays.fill(frame, (short) 0);
            return;
        }
        double gain = GAINS[repeats++];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (last[i] * gain);
        }
    }
}
