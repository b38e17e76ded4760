package org.patchbay.calls.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// What makes an event the same event, however often it is told. Made of signed fields only: whoever repeats a
/// delivery can choose everything else.
public final class DedupeKey {

    private DedupeKey() {}

    /// @param parts in an order that is always the same; their lengths count, so that no two lists run together
    public static UUID of(String... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha256.update(bytes);
            }
            ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
