package org.patchbay.simulator.media.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The payload of a telephone-event packet: one key, held for a while (RFC 4733 §2.3).
///
/// @param event 0 to 255; the keys are 0 to 15
/// @param end set on the last packets of the event
/// @param volume tone level in -dBm0, 0 (loud) to 63
/// @param durationSamples how long the key has been held, 0 to 65535
public record TelephoneEvent(int event, boolean end, int volume, int durationSamples) {
    /// Bytes on the wire.
    public static final int LENGTH = 4;

    private static final String KEYS = "0123456789*#ABCD";
    private static final int DEFAULT_VOLUME = 10;

    /// The event of a key.
    ///
    /// @param key one of `0-9 * # A-D`
    public static TelephoneEvent of(char key, boolean end, int durationSamples) {
        int event = KEYS.indexOf(key);
        if (event < 0) {
            throw new IllegalArgumentException("not a key of a telephone: " + key);
        }
        return new TelephoneEvent(event, end, DEFAULT_VOLUME, durationSamples);
    }

    /// Whether `key` is one of the sixteen keys `0-9 * # A-D`.
    public static boolean isKey(char key) {
        return KEYS.indexOf(key) >= 0;
    }

    /// Reads a payload; empty when it is too short. With several events in one packet (RFC 4733 §2.5.1.5
    /// forbids it for keys) the first counts.
    public static Optional<TelephoneEvent> parse(byte[] packet, int offset, int length) {
        if (length < LENGTH) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(packet, offset, LENGTH);
        int event = in.get() & 0xFF;
        int flags = in.get();
        return Optional.of(new TelephoneEvent(event, (flags & 0x80) != 0, flags & 0x3F, in.getShort() & 0xFFFF));
    }

    /// The key; empty for events that are no key (flash, fax tones and so on).
    public Optional<Character> key() {
        return event < KEYS.length() ? Optional.of(KEYS.charAt(event)) : Optional.empty();
    }

    public void write(byte[] packet, int offset) {
        ByteBuffer.wrap(packet, offset, LENGTH)
                .put((byte) event)
                .put((byte) ((end ? 0x80 : 0) | volume))
                .putShort((short) durationSamples);
    }
}
