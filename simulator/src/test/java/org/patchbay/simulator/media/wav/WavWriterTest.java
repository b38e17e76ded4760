package org.patchbay.simulator.media.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
    @TempDir
    Path folder;

    @Test
    void theHeaderIsByteForByteThatOfACanonicalWav() throws Exception {
        Path file = folder.resolve("a.wav");
        try (WavWriter writer = new WavWriter(file, 1)) {
            writer.write(new short[] {1, -2}, 2);
        }
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .isEqualTo("52494646" + "28000000" + "57415645" + "666d7420" + "10000000" + "0100" + "0100" + "401f0000"
                        + "803e0000" + "0200" + "1000" + "64617461" + "04000000" + "0100" + "feff");
    }

    @Test
    void whatIsWrittenInPiecesIsReadAsOne() throws Exception {
        Path file = folder.resolve("b.wav");
        try (WavWriter writer = new WavWriter(file, 2)) {
            writer.write(new short[] {1, 2, 3, 4}, 4);
            writer.write(new short[] {5, 6, 99}, 2);
        }
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(in.getFormat().getChannels()).isEqualTo(2);
            assertThat(in.getFormat().getSampleRate()).isEqualTo(8000f);
            assertThat(in.getFrameLength()).isEqualTo(3);
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            for (short expected = 1; expected <= 6; expected++) {
                assertThat(bytes.getShort()).isEqualTo(expected);
            }
        }
    }

    @Test
    void anUnfinishedFileIsReadable() throws Exception {
        Path file = folder.resolve("c.wav");
        try (WavWriter writer = new WavWriter(file, 1)) {
            writer.write(new short[8000], 8000);
            assertThat(AudioSystem.getAudioFileFormat(file.toFile()).getFormat().getSampleRate())
                    .isEqualTo(8000f);
        }
    }

    @Test
    void aRecordingIsNeverOverwritten() throws Exception {
        Path file = folder.resolve("d.wav");
        new WavWriter(file, 1).close();
        assertThatThrownBy(() -> new WavWriter(file, 1)).isInstanceOf(FileAlreadyExistsException.class);
    }
}
