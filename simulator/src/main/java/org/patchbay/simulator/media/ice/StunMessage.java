package org.patchbay.simulator.media.ice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One STUN message as it came off the wire (RFC 8489 §5). What it says may be a lie until
/// [#authenticates(String)] said yes.
public final class StunMessage {
    static final int HEADER = 20;
    static final int MAGIC_COOKIE = 0x2112A442;
    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_SUCCESS = 0x0101;

    private final byte[] packet;
    private final int type;
    private final Map<Integer, Span> attributes;

    private record Span(int start, int length) {}

    private StunMessage(byte[] packet, int type, Map<Integer, Span> attributes) {
        this.packet = packet;
        this.type = type;
        this.attributes = attributes;
    }

    /// Reads a packet; empty when it is not well-formed STUN, or carries a wrong FINGERPRINT.
    public static Optional<StunMessage> parse(byte[] buffer, int length) {
        if (length < HEADER || length > buffer.length) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(buffer, 0, length);
        int type = header.getShort(0) & 0xFFFF;
        int bodyLength = header.getShort(2) & 0xFFFF;
        if (type > 0x3FFF || bodyLength != length - HEADER || header.getInt(4) != MAGIC_COOKIE) {
            return Optional.empty();
        }
        byte[] packet = Arrays.copyOf(buffer, length);
        return spans(packet).map(found -> new StunMessage(packet, type, found)).filter(StunMessage::fingerprintAgrees);
    }

    /// First occurrence of each attribute; empty when one runs over the end.
    private static Optional<Map<Integer, Span>> spans(byte[] packet) {
        Map<Integer, Span> found = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(packet);
        int position = HEADER;
        while (position < packet.length) {
            if (packet.length - position < 4) {
                return Optional.empty();
            }
            int attribute = in.getShort(position) & 0xFFFF;
            int length = in.getShort(position + 2) & 0xFFFF;
            if (position + 4 + length > packet.length) {
                return Optional.empty();
            }
            // Nothing after MESSAGE-INTEGRITY is covered by it, so only FINGERPRINT may follow (RFC 8489 §14.5).
            if (attribute == StunAttribute.FINGERPRINT || !found.containsKey(StunAttribute.MESSAGE_INTEGRITY)) {
                found.putIfAbsent(attribute, new Span(position + 4, length));
            }
            position += 4 + padded(length);
        }
        return position == packet.length ? Optional.of(found) : Optional.empty();
    }

    public boolean isBindingRequest() {
        return type == BINDING_REQUEST;
    }

    public byte[] transactionId() {
        return Arrays.copyOfRange(packet, 8, HEADER);
    }

    public boolean has(int attribute) {
        return attributes.containsKey(attribute);
    }

    /// The bytes of an attribute, without padding.
    public Optional<byte[]> value(int attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .map(span -> Arrays.copyOfRange(packet, span.start(), span.start() + span.length()));
    }

    /// USERNAME; in ICE, the receiver's name fragment, a colon, the sender's (RFC 8445 §7.2.2).
    public Optional<String> username() {
        return value(StunAttribute.USERNAME).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// Whether MESSAGE-INTEGRITY was made with `password` (RFC 8489 §14.5, short-term credentials).
    public boolean authenticates(String password) {
        Span integrity = attributes.get(StunAttribute.MESSAGE_INTEGRITY);
        if (integrity == null || integrity.length() != StunMac.LENGTH) {
            return false;
        }
        int end = integrity.start() - 4;
        byte[] covered = Arrays.copyOf(packet, end);
        // The length field is counted as if the message ended with this attribute.
        ByteBuffer.wrap(covered).putShort(2, (short) (end - HEADER + 4 + StunMac.LENGTH));
        byte[] given = Arrays.copyOfRange(packet, integrity.start(), integrity.start() + StunMac.LENGTH);
        return MessageDigest.isEqual(StunMac.of(password, covered), given);
    }

    private boolean fingerprintAgrees() {
        Span fingerprint = attributes.get(StunAttribute.FINGERPRINT);
        if (fingerprint == null) {
            return true;
        }
        boolean last = fingerprint.start() + 4 == packet.length;
        return last
                && fingerprint.length() == 4
                && ByteBuffer.wrap(packet).getInt(fingerprint.start())
                        == StunFingerprint.of(packet, fingerprint.start() - 4);
    }

    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
