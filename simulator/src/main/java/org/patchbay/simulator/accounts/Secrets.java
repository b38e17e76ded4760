package org.patchbay.simulator.accounts;

import java.security.SecureRandom;
import java.util.HexFormat;

/// New tokens and secrets.
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Secrets() {}

    /// An auth token: 32 hexadecimal digits.
    public static String authToken() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// The secret of an API key: 32 letters and digits.
    public static String keySecret() {
        return RANDOM.ints(32, 0, BASE_62.length())
                .collect(StringBuilder::new, (text, i) -> text.append(BASE_62.charAt(i)), StringBuilder::append)
                .toString();
    }
}
