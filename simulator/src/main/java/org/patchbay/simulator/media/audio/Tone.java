package org.patchbay.simulator.media.audio;

import java.time.Duration;

/// One or two sine waves sounding together, as telephone tones are made.
///
/// @param firstHz frequency of the first wave
/// @param secondHz frequency of the second, or 0 for a single wave
/// @param amplitude peak of each wave, of at most 32767
public record Tone(double firstHz, double secondHz, int amplitude) {
    // 5 ms of fade at either end, so that a tone starts and stops without a click.
    private static final int FADE_SAMPLES = 40;

    public static Tone of(double hz, int amplitude) {
        return new Tone(hz, 0, amplitude);
    }

    /// The tone for `duration`, faded in and out.
    public Clip lasting(Duration duration) {
        short[] samples = new short[Pcm.samples(duration)];
        for (int i = 0; i < samples.length; i++) {
            int toEdge = Math.min(i, samples.length - 1 - i);
            double gain = Math.min(1.0, (double) toEdge / FADE_SAMPLES);
            samples[i] = Pcm.saturate((int) Math.round(gain * at(i)));
        }
        return new Clip(samples);
    }

    /// The tone without end.
    public AudioSource forever() {
        return new AudioSource() {
            private long position;

            @Override
            public boolean read(short[] frame) {
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = Pcm.saturate((int) Math.round(at(position++)));
                }
                return true;
            }
        };
    }

    private double at(long sample) {
        return amplitude * (wave(firstHz, sample) + wave(secondHz, sample));
    }

    private static double wave(double hz, long sample) {
        return Math.sin(2 * Math.PI * hz * sample / Pcm.SAMPLE_RATE);
    }
}
