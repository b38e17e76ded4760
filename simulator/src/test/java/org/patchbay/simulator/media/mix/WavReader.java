package org.patchbay.simulator.media.mix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.patchbay.simulator.media.wav.RecordedAudio;

/// Reads a recording with the JDK's own reader, not ours.
final class WavReader {
    private WavReader() {}

    /// One array of samples per channel.
    static short[][] read(RecordedAudio recording) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in =
                AudioSystem.getAudioInputStream(recording.file().toFile())) {
            int channels = in.getFormat().getChannels();
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            short[][] samples = new short[channels][bytes.remaining() / 2 / channels];
            for (int i = 0; i < samples[0].length; i++) {
                for (int c = 0; c < channels; c++) {
                    samples[c][i] = bytes.getShort();
                }
            }
            return samples;
        }
    }
}
