package org.patchbay.calls.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// By what a repeated delivery is recognised: a digest of what says which one it is. To be made of signed
/// fields only; whoever replays a delivery could choose the others.
public final class DedupeKey {

    private DedupeKey() {}

    /// The same for the same parts in the same order, and different for others: SHA-256 of the parts with their
    /// lengths, cut to a UUID of version 8
    /// ([RFC 9562 §5.8](https://www.rfc-editor.org/rfc/rfc9562#section-5.8)).
    public static UUID of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer cut = ByteBuffer.wrap(digest.digest());
        long high = (cut.getLong() & ~0xF000L) | 0x8000L;
        long low = (cut.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
