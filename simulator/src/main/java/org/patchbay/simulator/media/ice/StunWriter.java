package org.patchbay.simulator.media.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes one STUN message, attribute by attribute. [#sign(String)] comes last but for
/// [#fingerprint()], as RFC 8489 wants it.
public final class StunWriter {
    private final ByteBuffer out = ByteBuffer.allocate(512);

    private StunWriter(int type, byte[] transactionId) {
        out.putShort((short) type)
                .putShort((short) 0)
                .putInt(StunMessage.MAGIC_COOKIE)
                .put(transactionId);
    }

    /// A connectivity check.
    ///
    /// @param transactionId 12 bytes
    public static StunWriter bindingRequest(byte[] transactionId) {
        return new StunWriter(StunMessage.BINDING_REQUEST, transactionId);
    }

    /// The good answer to a check.
    ///
    /// @param transactionId that of the request
    public static StunWriter bindingSuccess(byte[] transactionId) {
        return new StunWriter(StunMessage.BINDING_SUCCESS, transactionId);
    }

    public StunWriter attribute(int type, byte[] value) {
        out.putShort((short) type).putShort((short) value.length).put(value);
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
        return this;
    }

    public StunWriter username(String username) {
        return attribute(StunAttribute.USERNAME, username.getBytes(StandardCharsets.UTF_8));
    }

    /// Where the request came from, so that the far end learns its own address (RFC 8489 §14.2).
    public StunWriter xorMappedAddress(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        byte[] bytes = ip.getAddress();
        byte[] mask = Arrays.copyOfRange(out.array(), 4, StunMessage.HEADER);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i];
        }
        ByteBuffer value = ByteBuffer.allocate(4 + bytes.length);
        value.put((byte) 0).put((byte) (bytes.length == 4 ? 1 : 2));
        value.putShort((short) (address.getPort() ^ (StunMessage.MAGIC_COOKIE >>> 16)));
        value.put(bytes);
        return attribute(StunAttribute.XOR_MAPPED_ADDRESS, value.array());
    }

    /// Adds MESSAGE-INTEGRITY over everything so far.
    public StunWriter sign(String password) {
        countLength(4 + StunMac.LENGTH);
        return attribute(StunAttribute.MESSAGE_INTEGRITY, StunMac.of(password, soFar()));
    }

    /// Adds FINGERPRINT; nothing may follow it.
    public StunWriter fingerprint() {
        countLength(8);
        int value = StunFingerprint.of(out.array(), out.position());
        return attribute(
                StunAttribute.FINGERPRINT, ByteBuffer.allocate(4).putInt(value).array());
    }

    public byte[] toBytes() {
        countLength(0);
        return soFar();
    }

    private byte[] soFar() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private void countLength(int stillToCome) {
        out.putShort(2, (short) (out.position() - StunMessage.HEADER + stillToCome));
    }
}
