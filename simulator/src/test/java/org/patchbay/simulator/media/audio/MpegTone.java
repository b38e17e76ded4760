package org.patchbay.simulator.media.audio;

/// Makes MPEG audio files without an encoder. Layer I (ISO 11172-3 §2.4.1.5) stores plain samples of 32
/// subbands: with only subband 1 filled, in the pattern + + - -, what sounds is one tone in its middle.
final class MpegTone {
    /// 32 kHz / 64 per subband, in the middle of the second.
    static final double HZ = 1.5 * 32_000 / 64;

    // MPEG-1, layer I, no CRC, 192 kbit/s, 32 kHz, no padding, mono: frames of 12 * 192000 / 32000 * 4 bytes.
    private static final int LAYER_ONE_HEADER = 0xFFFF68C0;
    private static final int LAYER_ONE_FRAME = 288;
    // MPEG-1, layer III, no CRC, 128 kbit/s, 44.1 kHz, no padding, mono; all zeros decode to silence.
    private static final int LAYER_THREE_HEADER = 0xFFFB90C0;
    private static final int LAYER_THREE_FRAME = 417;

    private static final int SUBBAND = 1;
    private static final int SAMPLE_BITS = 8;
    private static final int SCALE_FACTOR = 6;

    private MpegTone() {}

    static byte[] layerOne(int frames) {
        byte[] file = new byte[frames * LAYER_ONE_FRAME];
        for (int i = 0; i < frames; i++) {
            Bits bits = new Bits(file, i * LAYER_ONE_FRAME);
            bits.put(LAYER_ONE_HEADER, 32);
            for (int subband = 0; subband < 32; subband++) {
                bits.put(subband == SUBBAND ? SAMPLE_BITS - 1 : 0, 4);
            }
            bits.put(SCALE_FACTOR, 6);
            for (int sample = 0; sample < 12; sample++) {
                boolean positive = sample % 4 < 2;
                bits.put(positive ? 0xE0 : 0x1F, SAMPLE_BITS);
            }
        }
        return file;
    }

    static byte[] silentLayerThree(int frames) {
        byte[] file = new byte[frames * LAYER_THREE_FRAME];
        for (int i = 0; i < frames; i++) {
            new Bits(file, i * LAYER_THREE_FRAME).put(LAYER_THREE_HEADER, 32);
        }
        return file;
    }

    private static final class Bits {
        private final byte[] target;
        private int position;

        private Bits(byte[] target, int offset) {
            this.target = target;
            this.position = 8 * offset;
        }

        private void put(int value, int count) {
            for (int i = count - 1; i >= 0; i--) {
                if ((value >>> i & 1) != 0) {
                    target[position / 8] |= (byte) (0x80 >>> position % 8);
                }
                position++;
            }
        }
    }
}
