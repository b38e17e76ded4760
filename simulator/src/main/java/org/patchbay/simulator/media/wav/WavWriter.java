package org.patchbay.simulator.media.wav;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.patchbay.simulator.media.audio.Pcm;

/// Writes a WAV file of 16-bit linear PCM at 8 kHz while the sound is still being made. The header is
/// completed by [#close()]; until then it says that there is no sound, which readers accept.
public final class WavWriter implements Closeable {
    /// Bytes before the first sample.
    public static final int HEADER_LENGTH = 44;

    private static final int BYTES_PER_SAMPLE = 2;
    private static final short LINEAR_PCM = 1;

    private final FileChannel file;
    private final int channels;
    private long dataBytes;

    /// @param channels 1 or 2
    /// @throws java.nio.file.FileAlreadyExistsException rather than overwrite a recording
    public WavWriter(Path path, int channels) throws IOException {
        this.channels = channels;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        writeHeader();
    }

    /// Appends samples; with two channels they alternate, left first.
    public void write(short[] samples, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count * BYTES_PER_SAMPLE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples, 0, count);
        writeFully(bytes, HEADER_LENGTH + dataBytes);
        dataBytes += (long) count * BYTES_PER_SAMPLE;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            writeHeader();
        }
    }

    private void writeHeader() throws IOException {
        int data = (int) Math.min(dataBytes, Integer.MAX_VALUE - HEADER_LENGTH);
        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER_LENGTH - 8 + data).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort(LINEAR_PCM).putShort((short) channels);
        header.putInt(Pcm.SAMPLE_RATE).putInt(Pcm.SAMPLE_RATE * channels * BYTES_PER_SAMPLE);
        header.putShort((short) (channels * BYTES_PER_SAMPLE)).putShort((short) (8 * BYTES_PER_SAMPLE));
        header.put(ascii("data")).putInt(data).flip();
        writeFully(header, 0);
    }

    private void writeFully(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
