package org.patchbay.simulator.media.codec;

/// Changes the sample rate of a whole piece of sound with a windowed-sinc low-pass filter, so that
/// what is above the new rate's limit disappears instead of folding back as noise.
public final class Resampler {
    // Zero crossings of the sinc on either side: 16 keep aliases about 60 dB down, enough for a telephone.
    private static final int CROSSINGS = 16;
    // A little below the theoretical limit, because no filter of finite length is a wall.
    private static final double PASSBAND = 0.92;

    private Resampler() {}

    /// The same sound at another rate.
    ///
    /// @param fromHz rate of `samples`, at least 1
    /// @param toHz rate wanted, at least 1
    public static short[] resample(short[] samples, int fromHz, int toHz) {
        if (fromHz < 1 || toHz < 1) {
            throw new IllegalArgumentException("sample rates must be positive");
        }
        if (fromHz == toHz) {
            return samples;
        }
        short[] output = new short[Math.toIntExact((long) samples.length * toHz / fromHz)];
        double cutoff = PASSBAND * Math.min(1.0, (double) toHz / fromHz);
        double reach = CROSSINGS / cutoff;
        for (int i = 0; i < output.length; i++) {
            output[i] = interpolate(samples, (double) i * fromHz / toHz, cutoff, reach);
        }
        return output;
    }

    private static short interpolate(short[] samples, double position, double cutoff, double reach) {
        int first = Math.max(0, (int) Math.ceil(position - reach));
        int last = Math.min(samples.length - 1, (int) Math.floor(position + reach));
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double distance = position - i;
            sum += samples[i] * cutoff * sinc(cutoff * distance) * window(distance / reach);
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    // Hann window over -1..1.
    private static double window(double x) {
        return 0.5 + 0.5 * Math.cos(Math.PI * x);
    }
}
