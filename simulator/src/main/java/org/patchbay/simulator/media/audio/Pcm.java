package org.patchbay.simulator.media.audio;

import java.time.Duration;

/// The one form in which sound travels inside the media server: 16-bit linear PCM, mono, 8 kHz, in
/// frames of 20 ms. A browser's G.711 packet holds exactly one frame (RFC 3551 §4.2).
public final class Pcm {
    /// Samples per second.
    public static final int SAMPLE_RATE = 8000;

    /// Samples in one frame.
    public static final int FRAME_SAMPLES = 160;

    /// How long one frame lasts.
    public static final Duration FRAME = Duration.ofMillis(20);

    private Pcm() {}

    /// The nearest value that 16 bits can hold: too loud becomes as loud as possible, never a wrap-around.
    public static short saturate(int value) {
        return (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /// Root mean square of a frame, 0 (silence) to 32768.
    public static double rms(short[] frame) {
        double energy = 0;
        for (short sample : frame) {
            energy += (double) sample * sample;
        }
        return frame.length == 0 ? 0 : Math.sqrt(energy / frame.length);
    }

    /// Adds `extra` onto `frame`, sample by sample, saturating.
    public static void add(short[] frame, short[] extra) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = saturate(frame[i] + extra[i]);
        }
    }

    /// Number of samples that last as long as `duration`.
    public static int samples(Duration duration) {
        return Math.toIntExact(duration.toMillis() * SAMPLE_RATE / 1000);
    }

    /// How long `samples` samples last.
    public static Duration duration(long samples) {
        return Duration.ofNanos(samples * 1_000_000_000L / SAMPLE_RATE);
    }
}
