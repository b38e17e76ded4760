package org.patchbay.simulator.studio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.wav.WavWriter;

/// Mixes a recording of two channels into one of one.
final class MonoWav {

    private static final int CHANNELS_AT = 22;
    private static final int BYTE_RATE_AT = 28;
    private static final int BLOCK_ALIGN_AT = 32;
    private static final int DATA_LENGTH_AT = 40;

    private MonoWav() {}

    /// @param stereo as [WavWriter] makes it, with two channels
    static byte[] of(byte[] stereo) {
        int samples = (stereo.length - WavWriter.HEADER_LENGTH) / 4;
        var mono = ByteBuffer.allocate(WavWriter.HEADER_LENGTH + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        mono.put(stereo, 0, WavWriter.HEADER_LENGTH);
        mono.putInt(4, mono.capacity() - 8)
                .putShort(CHANNELS_AT, (short) 1)
                .putInt(BYTE_RATE_AT, 2 * Pcm.SAMPLE_RATE)
                .putShort(BLOCK_ALIGN_AT, (short) 2)
                .putInt(DATA_LENGTH_AT, 2 * samples);
        ShortBuffer both = ByteBuffer.wrap(stereo, WavWriter.HEADER_LENGTH, 4 * samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        for (int i = 0; i < samples; i++) {
            mono.putShort(Pcm.saturate(both.get(2 * i) + both.get(2 * i + 1)));
        }
        return mono.array();
    }
}
