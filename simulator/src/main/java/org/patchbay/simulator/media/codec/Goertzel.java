package org.patchbay.simulator.media.codec;

/// Goertzel's algorithm: how much of one frequency is in a stretch of sound. Tests use it to prove
/// that a tone really arrived, where "connected" proves nothing.
public final class Goertzel {
    private Goertzel() {}

    /// Amplitude of the wave of `hz` in `samples[from, to)`: about the peak value of that wave, 0 when it
    /// is absent. Two tones are told apart when they differ by more than `rate / (to - from)` Hz.
    public static double amplitude(short[] samples, int from, int to, double hz, int sampleRate) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hz / sampleRate);
        double previous = 0;
        double beforePrevious = 0;
        int length = to - from;
        for (int i = from; i < to; i++) {
            double hann = 1 - Math.cos(2 * Math.PI * (i - from) / length);
            double current = samples[i] * hann + coefficient * previous - beforePrevious;
            beforePrevious = previous;
            previous = current;
        }
        double power = previous * previous + beforePrevious * beforePrevious - coefficient * previous * beforePrevious;
        return length == 0 ? 0 : 2 * Math.sqrt(Math.max(0, power)) / length;
    }

    /// [#amplitude(short\[\], int, int, double, int)] of all samples at 8 kHz.
    public static double amplitude(short[] samples, double hz) {
        return amplitude(samples, 0, samples.length, hz, 8000);
    }
}
