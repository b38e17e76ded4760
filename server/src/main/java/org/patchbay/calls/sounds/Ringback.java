package org.patchbay.calls.sounds;

/// The tone that says "it rings there", once with its pause.
///
/// Source: [ITU-T E.180](https://www.itu.int/rec/T-REC-E.180/en) and its supplement of national tones.
///
/// @param frequencies Hz, sounding together
/// @param onSeconds how long it sounds
/// @param offSeconds the pause after it
record Ringback(double[] frequencies, int onSeconds, int offSeconds) {

    /// Most of Europe, and much of the world.
    static final Ringback ONE_TONE = new Ringback(new double[] {425}, 1, 4);

    /// The countries of +1.
    static final Ringback TWO_TONES = new Ringback(new double[] {440, 480}, 2, 4);

    private static final double LOUDNESS = 0.12;

    /// A tone that begins or ends at once clicks.
    private static final int FADE = Wav.RATE / 100;

    double[] samples() {
        int on = onSeconds * Wav.RATE;
        double[] samples = new double[on + offSeconds * Wav.RATE];
        for (int i = 0; i < on; i++) {
            double fade = Math.min(1, Math.min(i, on - 1 - i) / (double) FADE);
            samples[i] = LOUDNESS * fade * mixed(i);
        }
        return samples;
    }

    private double mixed(int sample) {
        double sum = 0;
        for (double frequency : frequencies) {
            sum += Math.sin(2 * Math.PI * frequency * sample / Wav.RATE);
        }
        return sum / frequencies.length;
    }
}
