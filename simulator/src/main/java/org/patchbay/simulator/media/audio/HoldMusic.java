package org.patchbay.simulator.media.audio;

/// A quiet tune for those who wait, computed rather than recorded, so that nobody's licence is needed.
/// Four broken chords of four seconds each, made for [Clip#forever()].
public final class HoldMusic {
    private static final int NOTE_SAMPLES = Pcm.SAMPLE_RATE / 4;
    private static final int LEVEL = 5000;
    // Notes as semitones above A3 (220 Hz): A minor, F major, C major, G major.
    private static final int[][] CHORDS = {{0, 3, 7, 12}, {-4, 0, 3, 8}, {3, 7, 10, 15}, {-2, 2, 5, 10}};
    private static final int[] ORDER = {0, 1, 2, 3, 2, 1, 2, 3, 0, 2, 1, 3, 2, 3, 1, 2};

    private static final Clip TUNE = compose();

    private HoldMusic() {}

    /// The tune, 16 s long; its first note is 220 Hz.
    public static Clip tune() {
        return TUNE;
    }

    private static Clip compose() {
        short[] samples = new short[CHORDS.length * ORDER.length * NOTE_SAMPLES];
        int note = 0;
        for (int[] chord : CHORDS) {
            for (int step : ORDER) {
                pluck(samples, note++ * NOTE_SAMPLES, 220 * Math.pow(2, chord[step] / 12.0));
            }
        }
        return new Clip(samples);
    }

    private static void pluck(short[] samples, int start, double hz) {
        for (int i = 0; i < NOTE_SAMPLES; i++) {
            double attack = Math.min(1.0, i / 80.0);
            double release = Math.min(1.0, (NOTE_SAMPLES - i) / 160.0);
            double decay = Math.exp(-2.0 * i / NOTE_SAMPLES);
            double phase = 2 * Math.PI * hz * i / Pcm.SAMPLE_RATE;
            double wave = Math.sin(phase) + 0.3 * Math.sin(2 * phase);
            samples[start + i] = (short) Math.round(LEVEL * attack * release * decay * wave);
        }
    }
}
