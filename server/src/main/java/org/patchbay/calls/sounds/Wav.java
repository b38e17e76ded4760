package org.patchbay.calls.sounds;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Sound as a file: RIFF WAVE, 16-bit PCM, one channel, 8 kHz, as much as a telephone carries.
///
/// Source: [Multimedia Programming Interface and Data Specifications
/// 1.0](https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html).
final class Wav {

    /// Samples per second.
    static final int RATE = 8_000;

    private static final int HEADER = 44;
    private static final int SAMPLE = 2;

    private Wav() {}

    /// @param samples from -1 to 1
    static byte[] of(double[] samples) {
        int size = samples.length * SAMPLE;
        ByteBuffer file = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(RATE).putInt(RATE * SAMPLE).putShort((short) SAMPLE).putShort((short) (8 * SAMPLE));
        file.put(ascii("data")).putInt(size);
        for (double sample : samples) {
            file.putShort((short) Math.round(Math.clamp(sample, -1, 1) * Short.MAX_VALUE));
        }
        return file.array();
    }

    private static byte[] ascii(String tag) {
        return tag.getBytes(StandardCharsets.US_ASCII);
    }
}
