package org.patchbay.simulator.media.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The head of an RTP packet (RFC 3550 §5.1).
///
/// @param payloadType 0 to 127
/// @param marker set on the first packet after a silence
/// @param sequence 0 to 65535
/// @param timestamp unsigned 32 bits, in samples
/// @param ssrc names the stream
/// @param length where the payload begins, in bytes
public record RtpHeader(int payloadType, boolean marker, int sequence, int timestamp, int ssrc, int length) {
    /// Bytes in a header without contributors or extension, as we send it.
    public static final int FIXED_LENGTH = 12;

    private static final int VERSION = 2;
    private static final int EXTENSION_FLAG = 0x10;
    private static final int PADDING_FLAG = 0x20;

    /// Reads the header; empty when the packet is too short for what it claims, or not RTP.
    public static Optional<RtpHeader> parse(byte[] packet, int packetLength) {
        if (packetLength < FIXED_LENGTH || packetLength > packet.length || ((packet[0] & 0xFF) >> 6) != VERSION) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(packet);
        int length = FIXED_LENGTH + 4 * (packet[0] & 0x0F);
        if ((packet[0] & EXTENSION_FLAG) != 0) {
            if (length + 4 > packetLength) {
                return Optional.empty();
            }
            length += 4 + 4 * (in.getShort(length + 2) & 0xFFFF);
        }
        if (length > packetLength) {
            return Optional.empty();
        }
        return Optional.of(new RtpHeader(
                packet[1] & 0x7F,
                (packet[1] & 0x80) != 0,
                in.getShort(2) & 0xFFFF,
                in.getInt(4),
                in.getInt(8),
                length));
    }

    /// Where the payload ends once padding is taken off (call it on a decrypted packet); less than
    /// [#length] when the padding is nonsense.
    public static int payloadEnd(byte[] packet, int packetLength) {
        boolean padded = (packet[0] & PADDING_FLAG) != 0;
        return padded ? packetLength - (packet[packetLength - 1] & 0xFF) : packetLength;
    }

    /// Writes this header, without contributors or extension, to the start of `packet`.
    public void write(byte[] packet) {
        ByteBuffer.wrap(packet)
                .put((byte) (VERSION << 6))
                .put((byte) ((marker ? 0x80 : 0) | payloadType))
                .putShort((short) sequence)
                .putInt(timestamp)
                .putInt(ssrc);
    }
}
