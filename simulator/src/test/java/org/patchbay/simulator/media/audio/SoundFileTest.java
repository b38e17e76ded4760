package org.patchbay.simulator.media.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.simulator.media.codec.Goertzel;

class SoundFileTest {
    @ParameterizedTest
    @CsvSource({"8000, 1", "16000, 1", "44100, 2", "48000, 2", "22050, 1"})
    void aWavOfAnyRateIsHeardAtItsPitch(int rate, int channels) throws Exception {
        Clip clip = SoundFile.decode(file(rate, channels, AudioFileFormat.Type.WAVE), "audio/wav");

        assertThat(clip.duration()).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(1));
        assertThat(Goertzel.amplitude(clip.samples(), 600)).isCloseTo(8000, within(200.0));
    }

    @Test
    void anAiffIsHeard() throws Exception {
        Clip clip = SoundFile.decode(file(8000, 1, AudioFileFormat.Type.AIFF), "audio/aiff");
        assertThat(Goertzel.amplitude(clip.samples(), 600)).isCloseTo(8000, within(100.0));
    }

    @Test
    void aWavInMuLawIsHeard() throws Exception {
        AudioFormat ulaw = new AudioFormat(AudioFormat.Encoding.ULAW, 8000, 8, 1, 1, 8000, false);
        Clip clip = SoundFile.decode(
                write(AudioSystem.getAudioInputStream(ulaw, tone(8000, 1)), AudioFileFormat.Type.WAVE), "");
        assertThat(Goertzel.amplitude(clip.samples(), 600)).isCloseTo(8000, within(200.0));
    }

    @Test
    void bareMuLawIsHeard() throws Exception {
        byte[] ulaw = new byte[8000];
        Arrays.fill(ulaw, (byte) 0x80);
        assertThat(SoundFile.decode(ulaw, "audio/ulaw").samples()).hasSize(8000).containsOnly((short) 32124);
    }

    @Test
    void anMpegFileIsHeardAtItsPitch() throws Exception {
        Clip clip = SoundFile.decode(MpegTone.layerOne(200), "audio/mpeg");

        // 200 frames of 384 samples at 32 kHz.
        assertThat(clip.duration()).isCloseTo(Duration.ofMillis(2400), Duration.ofMillis(30));
        assertThat(Goertzel.amplitude(clip.samples(), 2000, 18_000, MpegTone.HZ, 8000))
                .isGreaterThan(1000);
        assertThat(Goertzel.amplitude(clip.samples(), 2000, 18_000, 2 * MpegTone.HZ, 8000))
                .isLessThan(100);
    }

    @Test
    void anMp3FileIsDecoded() throws Exception {
        Clip clip = SoundFile.decode(MpegTone.silentLayerThree(50), "audio/mpeg");
        assertThat(clip.duration()).isCloseTo(Duration.ofMillis(50 * 1152 * 1000 / 44100), Duration.ofMillis(60));
        assertThat(Pcm.rms(clip.samples())).isLessThan(1);
    }

    @Test
    void whatIsNoSoundIsRefusedWithAReason() {
        assertThatThrownBy(() -> SoundFile.decode("<html>not found</html>".getBytes(UTF_8), "audio/mpeg"))
                .isInstanceOf(SoundFormatException.class)
                .hasMessageContaining("MP3");
        assertThatThrownBy(() -> SoundFile.decode(new byte[0], "")).isInstanceOf(SoundFormatException.class);
    }

    @Property(tries = 300)
    void aDamagedFileIsDecodedOrRefusedNeverAnythingElse(@ForAll @Size(max = 60) byte[] head) throws IOException {
        byte[] damaged = file(8000, 1, AudioFileFormat.Type.WAVE);
        System.arraycopy(head, 0, damaged, 4, head.length);
        byte[] mpeg = MpegTone.layerOne(3);
        System.arraycopy(head, 0, mpeg, 200, head.length);
        for (byte[] file : new byte[][] {damaged, mpeg, head}) {
            try {
                assertThat(SoundFile.decode(file, "audio/mpeg").samples()).isNotNull();
            } catch (SoundFormatException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static byte[] file(int rate, int channels, AudioFileFormat.Type type) throws IOException {
        return write(tone(rate, channels), type);
    }

    private static byte[] write(AudioInputStream sound, AudioFileFormat.Type type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(sound, type, out);
        return out.toByteArray();
    }

    private static AudioInputStream tone(int rate, int channels) {
        ByteBuffer bytes = ByteBuffer.allocate(rate * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rate; i++) {
            for (int c = 0; c < channels; c++) {
                bytes.putShort((short) Math.round(8000 * Math.sin(2 * Math.PI * 600 * i / rate)));
            }
        }
        AudioFormat format = new AudioFormat(rate, 16, channels, true, false);
        return new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, rate);
    }
}
