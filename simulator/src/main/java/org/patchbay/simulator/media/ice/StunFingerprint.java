package org.patchbay.simulator.media.ice;

import java.util.zip.CRC32;

/// FINGERPRINT (RFC 8489 §14.7): tells STUN from other packets on the same port.
final class StunFingerprint {
    private static final int XOR = 0x5354554E;

    private StunFingerprint() {}

    /// The value for a message whose first `length` bytes precede the attribute. The length field in the
    /// header must already count the attribute.
    static int of(byte[] message, int length) {
        CRC32 crc = new CRC32();
        crc.update(message, 0, length);
        return (int) crc.getValue() ^ XOR;
    }
}
