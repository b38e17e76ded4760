package org.patchbay.webhooks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A name or a value of a form, decoded.
///
/// Our own, because `URLDecoder` puts a replacement where bytes are not UTF-8 (the signature would then be wrong for a
/// reason that nobody sees), and because every delivery has dozens of them.
/// Source: [application/x-www-form-urlencoded](https://url.spec.whatwg.org/#application/x-www-form-urlencoded).
final class FormText {

    private FormText() {}

    /// @param encoded ASCII
    /// @throws Parameters.Malformed for a broken percent-encoding, or bytes that are not UTF-8
    static String decoded(String encoded) throws Parameters.Malformed {
        return standsForItself(encoded) ? encoded : text(bytes(encoded));
    }

    private static boolean standsForItself(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next >= 0x80 || next == '%' || next == '+') {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer bytes(String encoded) throws Parameters.Malformed {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next == '%') {
                bytes.put(escaped(encoded, i + 1));
                i += 2;
            } else {
                bytes.put((byte) (next == '+' ? ' ' : next));
            }
        }
        return bytes.flip();
    }

    private static byte escaped(String encoded, int from) throws Parameters.Malformed {
        boolean hex = from + 2 <= encoded.length()
                && HexFormat.isHexDigit(encoded.charAt(from))
                && HexFormat.isHexDigit(encoded.charAt(from + 1));
        if (!hex) {
            throw new Parameters.Malformed();
        }
        return (byte) HexFormat.fromHexDigits(encoded, from, from + 2);
    }

    private static String text(ByteBuffer bytes) throws Parameters.Malformed {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException broken) {
            throw new Parameters.Malformed();
        }
    }
}
