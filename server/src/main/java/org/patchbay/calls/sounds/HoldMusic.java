package org.patchbay.calls.sounds;

/// Something quiet to wait by, written for Patchbay: eight slow bars in C, of sine tones. A broken chord goes
/// up and down under a melody of few notes. What still sounds at the end goes on at the beginning, so that
/// nobody hears the seam.
final class HoldMusic {

    private static final double BEAT_SECONDS = 0.8;
    private static final int BEATS_IN_A_BAR = 4;

    /// A chord for each bar, as [MIDI keys](https://midi.org/midi-1-0-core-specifications): 60 is middle C, and
    /// nothing is below what a telephone carries.
    private static final int[][] CHORDS = {
        {60, 64, 67, 71}, // C, major seventh
        {57, 64, 67, 72}, // A, minor seventh
        {65, 69, 72, 76}, // F, major seventh
        {62, 67, 69, 74}, // G over D, with a ninth
        {60, 67, 71, 76}, // C, wide
        {64, 67, 71, 74}, // E, minor seventh
        {65, 69, 72, 77}, // F
        {62, 65, 67, 71}, // G, seventh
    };

    /// In which order a chord's keys are struck, two for each beat.
    private static final int[] UP_AND_DOWN = {0, 1, 2, 3, 2, 3, 2, 1};

    /// Beat, key and beats that it lasts.
    private static final double[][] MELODY = {
        {0, 79, 2},
        {3, 76, 1},
        {4, 76, 3},
        {7, 74, 1},
        {8, 72, 2},
        {10, 76, 2},
        {12, 74, 4},
        {16, 79, 2},
        {19, 83, 1},
        {20, 83, 2},
        {22, 79, 2},
        {24, 81, 2},
        {26, 77, 1},
        {27, 76, 1},
        {28, 74, 3},
        {31, 71, 1},
    };

    private static final double CHORD_LOUDNESS = 0.045;
    private static final double MELODY_LOUDNESS = 0.075;

    private HoldMusic() {}

    static double[] samples() {
        double[] loop = new double[sample(CHORDS.length * BEATS_IN_A_BAR)];
        for (int bar = 0; bar < CHORDS.length; bar++) {
            for (int step = 0; step < UP_AND_DOWN.length; step++) {
                strike(loop, bar * BEATS_IN_A_BAR + step / 2.0, CHORDS[bar][UP_AND_DOWN[step]], 1.6, CHORD_LOUDNESS);
            }
        }
        for (double[] note : MELODY) {
            strike(loop, note[0], (int) note[1], note[2] + 0.5, MELODY_LOUDNESS);
        }
        return loop;
    }

    /// Adds one note: it swells for a moment and dies away, with a little of its octave for warmth.
    private static void strike(double[] loop, double beat, int key, double beats, double loudness) {
        double frequency = 440 * Math.pow(2, (key - 69) / 12.0);
        int start = sample(beat);
        int length = sample(beats);
        for (int i = 0; i < length; i++) {
            double angle = 2 * Math.PI * frequency * i / Wav.RATE;
            double tone = Math.sin(angle) + 0.2 * Math.sin(2 * angle);
            loop[(start + i) % loop.length] += loudness * envelope(i, length) * tone;
        }
    }

    private static double envelope(int sample, int length) {
        double swell = Math.min(1, sample / (0.03 * Wav.RATE));
        double rest = 1 - sample / (double) length;
        return swell * rest * rest;
    }

    private static int sample(double beats) {
        return (int) Math.round(beats * BEAT_SECONDS * Wav.RATE);
    }
}
