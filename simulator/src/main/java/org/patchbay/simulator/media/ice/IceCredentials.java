package org.patchbay.simulator.media.ice;

import java.security.SecureRandom;

/// The name and password that one side of a leg gave out in its SDP (RFC 8445 §5.3).
///
/// @param ufrag user name fragment, 4 to 256 letters and digits
/// @param password 22 to 256 letters and digits; a secret of this leg
public record IceCredentials(String ufrag, String password) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// Fresh ones: 8 and 24 characters.
    public static IceCredentials random(SecureRandom random) {
        return new IceCredentials(letters(random, 8), letters(random, 24));
    }

    private static String letters(SecureRandom random, int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return "IceCredentials[ufrag=" + ufrag + "]";
    }
}
