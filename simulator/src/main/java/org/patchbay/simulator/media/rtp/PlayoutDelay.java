package org.patchbay.simulator.media.rtp;

import org.patchbay.simulator.media.audio.Pcm;

/// How far the reader of a jitter buffer stays behind the network. It grows at once when sound came too
/// late and shrinks slowly while all goes well: an unsteady network costs delay, a steady one does not.
final class PlayoutDelay {
    private static final int LEAST_FRAMES = 2;
    private static final int MOST_FRAMES = 10;
    // Several late packets in a row are one mishap.
    private static final int MISHAP_TICKS = 10;
    private static final int SHRINK_TICKS = 250;
    private static final int OBSERVED_TICKS = 50;

    private int frames = LEAST_FRAMES;
    private int ticksSinceMishap = MISHAP_TICKS;
    private int observedTicks;
    private int shallowest = Integer.MAX_VALUE;

    /// Samples that should be waiting before playing begins.
    int samples() {
        return frames * Pcm.FRAME_SAMPLES;
    }

    void tick() {
        ticksSinceMishap++;
        if (ticksSinceMishap % SHRINK_TICKS == 0 && frames > LEAST_FRAMES) {
            frames--;
        }
    }

    /// Something came too late to be played.
    void tooShort() {
        if (ticksSinceMishap >= MISHAP_TICKS) {
            frames = Math.min(frames + 1, MOST_FRAMES);
            ticksSinceMishap = 0;
            forget();
        }
    }

    /// Whether a frame can be left out: for a whole second, even the emptiest moment had more waiting than
    /// needed. Asking counts as one observation.
    ///
    /// @param depth samples still waiting after this tick's frame was taken
    boolean isTooLong(int depth) {
        shallowest = Math.min(shallowest, depth);
        if (++observedTicks < OBSERVED_TICKS) {
            return false;
        }
        boolean tooLong = shallowest > samples();
        forget();
        return tooLong;
    }

    private void forget() {
        observedTicks = 0;
        shallowest = Integer.MAX_VALUE;
    }
}
