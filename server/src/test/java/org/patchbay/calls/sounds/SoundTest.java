package org.patchbay.calls.sounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SoundTest {

    @ParameterizedTest
    @EnumSource
    void everySoundIsAFileThatOthersReadAndThatATelephoneCarries(Sound sound)
            throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream file = AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound.wav()))) {
            assertThat(file.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(file.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(file.getFormat().getChannels()).isEqualTo(1);
            assertThat(file.readAllBytes()).hasSize((int) file.getFrameLength() * 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLoudOrClicks(Sound sound) throws IOException, UnsupportedAudioFileException {
        short[] samples = samples(sound);
        int peak = 0;
        int step = 0;
        for (int i = 0; i < samples.length; i++) {
            int next = samples[(i + 1) % samples.length];
            peak = Math.max(peak, Math.abs(samples[i]));
            step = Math.max(step, Math.abs(next - samples[i]));
        }
        assertThat(peak).isBetween(Short.MAX_VALUE / 20, Short.MAX_VALUE / 2);
        assertThat(step)
                .as("from one sample to the next, and from the last to the first")
                .isLessThan(peak);
    }

    @Test
    void ringingIsTheToneAndThePauseThatPeopleKnow() {
        double[] europe = Ringback.ONE_TONE.samples();
        assertThat(europe).hasSize(5 * Wav.RATE);
        assertThat(strength(europe, 425)).isGreaterThan(20 * strength(europe, 440));
        assertThat(silent(europe, 1)).isTrue();

        double[] america = Ringback.TWO_TONES.samples();
        assertThat(america).hasSize(6 * Wav.RATE);
        assertThat(strength(america, 440)).isCloseTo(strength(america, 480), within(0.01));
        assertThat(strength(america, 440)).isGreaterThan(20 * strength(america, 425));
        assertThat(silent(america, 2)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "US, RINGING_NORTH_AMERICA",
        "CA, RINGING_NORTH_AMERICA",
        "JM, RINGING_NORTH_AMERICA",
        "DE, RINGING",
        "GB, RINGING"
    })
    void itRingsAsInTheCountry(String country, Sound sound) {
        assertThat(Sound.ringingIn(country)).isEqualTo(sound);
    }

    @Test
    void theMusicIsHalfAMinuteAndNeverSilentForLong() {
        double[] music = HoldMusic.samples();
        assertThat(music.length / (double) Wav.RATE).isBetween(20.0, 30.0);
        for (int from = 0; from < music.length; from += Wav.RATE / 2) {
            double sum = 0;
            for (int i = 0; i < Wav.RATE; i++) {
                sum += Math.pow(music[(from + i) % music.length], 2);
            }
            assertThat(Math.sqrt(sum / Wav.RATE))
                    .as("second from sample " + from)
                    .isBetween(0.01, 0.2);
        }
    }

    /// How much of that frequency is in the first second.
    private static double strength(double[] samples, double frequency) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < Wav.RATE; i++) {
            cosine += samples[i] * Math.cos(2 * Math.PI * frequency * i / Wav.RATE);
            sine += samples[i] * Math.sin(2 * Math.PI * frequency * i / Wav.RATE);
        }
        return Math.hypot(cosine, sine) / Wav.RATE;
    }

    private static boolean silent(double[] samples, int fromSecond) {
        for (int i = fromSecond * Wav.RATE; i < samples.length; i++) {
            if (samples[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static short[] samples(Sound sound) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream file = AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound.wav()))) {
            byte[] bytes = file.readAllBytes();
            short[] samples = new short[bytes.length / 2];
            java.nio.ByteBuffer.wrap(bytes)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }
}
