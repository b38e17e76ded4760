package org.patchbay.simulator.studio;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioSystem;

/// Reads recordings with the JDK's own reader, not ours.
final class Wavs {
    private Wavs() {}

    static short[] mono(byte[] file) throws Exception {
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            if (in.getFormat().getChannels() != 1) {
                throw new AssertionError("it has more than one channel");
            }
            byte[] bytes = in.readAllBytes();
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }
}
