package org.patchbay.secrets;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/// Proves that something which comes back to us, such as an address, was made by this server or another of
/// its nodes. Every node makes the same seal of the same content; nothing is stored.
///
/// The key is derived from the keyset, for each purpose another. So a seal ends with the rotation of the
/// keyset: it is for what lasts some days, not for ever.
@Component
public class Seals {

    /// Bytes of a seal.
    public static final int LENGTH = 16;

    private static final String HMAC = "HmacSHA256";

    private final Keysets keysets;

    Seals(Keysets keysets) {
        this.keysets = keysets;
    }

    /// @param purpose a few words; a seal for one purpose is none for another
    /// @return [#LENGTH] bytes
    public byte[] seal(String purpose, byte[] content) {
        // Even when the keyset's file is gone: somebody is on the line, and what we have in memory is right.
        return seal(keysets.forDecrypting().getFirst(), purpose, content);
    }

    public boolean holds(String purpose, byte[] content, byte[] seal) {
        return keysets.forDecrypting().stream()
                .flatMap(keyset -> keyset.derive(purpose).stream())
                .anyMatch(key -> MessageDigest.isEqual(seal(key, content), seal));
    }

    private static byte[] seal(Keyset keyset, String purpose, byte[] content) {
        return seal(keyset.derive(purpose).getFirst(), content);
    }

    private static byte[] seal(SecretKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }
}
