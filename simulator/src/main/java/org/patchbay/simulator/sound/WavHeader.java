package org.patchbay.simulator.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// The header of a RIFF/WAVE file.
public final class WavHeader {

    static final int BYTES = 44;
    static final int SAMPLE_RATE = 8_000;
    private static final int BYTES_PER_SAMPLE = 2;

    private WavHeader() {}

    /// How long a WAV file plays; empty when it is none, or says nothing sensible.
    public static Optional<Duration> duration(byte[] file) {
        if (file.length < BYTES
                || !ascii(file, 0).equals("RIFF")
                || !ascii(file, 8).equals("WAVE")) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long bytesPerSecond = Integer.toUnsignedLong(buffer.getInt(28));
        if (bytesPerSecond == 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((file.length - BYTES) * 1000L / bytesPerSecond));
    }

    /// A header for 16-bit samples at 8 kHz.
    static byte[] of(int channels, long samplesPerChannel) {
        int blockAlign = channels * BYTES_PER_SAMPLE;
        int dataBytes = Math.toIntExact(samplesPerChannel * blockAlign);
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(BYTES - 8 + dataBytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(SAMPLE_RATE)
                .putInt(SAMPLE_RATE * blockAlign)
                .putShort((short) blockAlign)
                .putShort((short) (BYTES_PER_SAMPLE * 8))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(dataBytes)
                .array();
    }

    private static String ascii(byte[] file, int offset) {
        return new String(file, offset, 4, StandardCharsets.US_ASCII);
    }
}
