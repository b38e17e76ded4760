package org.patchbay.simulator.media.codec;

/// µ-law companding (ITU-T G.711 §3, the PCMU of RFC 3551): 14 bits of linear sound in one byte.
public final class G711 {
    /// What silence looks like on the wire.
    public static final byte SILENCE = (byte) 0xFF;

    private static final int BIAS = 0x84;
    private static final int CLIP = 32635;
    private static final short[] DECODED = decodingTable();
    private static final byte[] ENCODED = encodingTable();

    private G711() {}

    /// The linear value of one µ-law byte, between -32124 and 32124.
    public static short decode(byte ulaw) {
        return DECODED[ulaw & 0xFF];
    }

    /// The nearest µ-law byte below or at a linear value.
    public static byte encode(short linear) {
        return ENCODED[linear & 0xFFFF];
    }

    /// Decodes `length` bytes from `ulaw`, starting at `offset`, to the start of `linear`.
    public static void decode(byte[] ulaw, int offset, short[] linear, int length) {
        for (int i = 0; i < length; i++) {
            linear[i] = DECODED[ulaw[offset + i] & 0xFF];
        }
    }

    /// Encodes all of `linear` into `ulaw`, starting at `offset`.
    public static void encode(short[] linear, byte[] ulaw, int offset) {
        for (int i = 0; i < linear.length; i++) {
            ulaw[offset + i] = ENCODED[linear[i] & 0xFFFF];
        }
    }

    private static short[] decodingTable() {
        short[] table = new short[256];
        for (int code = 0; code < table.length; code++) {
            int inverted = ~code & 0xFF;
            int magnitude = (((inverted & 0x0F) << 3) + BIAS) << ((inverted & 0x70) >> 4);
            table[code] = (short) ((inverted & 0x80) != 0 ? BIAS - magnitude : magnitude - BIAS);
        }
        return table;
    }

    private static byte[] encodingTable() {
        byte[] table = new byte[1 << 16];
        for (int linear = Short.MIN_VALUE; linear <= Short.MAX_VALUE; linear++) {
            table[linear & 0xFFFF] = compress(linear);
        }
        return table;
    }

    private static byte compress(int linear) {
        int sign = linear < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(linear), CLIP) + BIAS;
        int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }
}
