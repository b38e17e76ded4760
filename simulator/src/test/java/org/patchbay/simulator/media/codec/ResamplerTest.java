package org.patchbay.simulator.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    @ParameterizedTest
    @ValueSource(ints = {11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000})
    void aToneKeepsItsPitchItsLoudnessAndItsLength(int rate) {
        short[] resampled = Resampler.resample(sine(1000, rate, rate), rate, 8000);

        assertThat(resampled).hasSize(8000);
        assertThat(Goertzel.amplitude(resampled, 1000)).isCloseTo(10_000, within(200.0));
        assertThat(Goertzel.amplitude(resampled, 1500)).isLessThan(50);
    }

    @Test
    void whatATelephoneCannotCarryDisappearsInsteadOfFoldingBack() {
        short[] resampled = Resampler.resample(sine(7000, 48_000, 48_000), 48_000, 8000);

        // Without the filter 7 kHz would appear as 1 kHz.
        assertThat(Goertzel.amplitude(resampled, 1000)).isLessThan(30);
    }

    @Test
    void aLowerRateIsRaised() {
        short[] resampled = Resampler.resample(sine(700, 6000, 6000), 6000, 8000);
        assertThat(Goertzel.amplitude(resampled, 700)).isCloseTo(10_000, within(300.0));
    }

    @Test
    void sameRateMeansSameSound() {
        short[] samples = {1, 2, 3};
        assertThat(Resampler.resample(samples, 8000, 8000)).isEqualTo(samples);
    }

    @Test
    void anImpossibleRateIsRefused() {
        assertThatThrownBy(() -> Resampler.resample(new short[1], 0, 8000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goertzelMeasuresTheAmplitudeOfOneToneAmongOthers() {
        short[] sound = sine(1000, 8000, 8000);
        short[] other = sine(1100, 8000, 8000);
        for (int i = 0; i < sound.length; i++) {
            sound[i] += (short) (other[i] / 2);
        }
        assertThat(Goertzel.amplitude(sound, 1000)).isCloseTo(10_000, within(50.0));
        assertThat(Goertzel.amplitude(sound, 1100)).isCloseTo(5_000, within(50.0));
        assertThat(Goertzel.amplitude(sound, 1050)).isLessThan(50);
    }

    private static short[] sine(double hz, int samples, int rate) {
        short[] sine = new short[samples];
        for (int i = 0; i < samples; i++) {
            sine[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hz * i / rate));
        }
        return sine;
    }
}
