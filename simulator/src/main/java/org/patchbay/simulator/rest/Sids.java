package org.patchbay.simulator.rest;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// String identifiers: two letters for the kind and 32 hexadecimal digits.
public final class Sids {

    private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");

    private Sids() {}

    /// A new SID, e.g. of the kind `CA` for a call.
    public static String mint(String kind) {
        return kind + randomHex();
    }

    public static boolean isSid(String kind, String text) {
        return text.startsWith(kind) && SID.matcher(text).matches();
    }

    /// 32 hexadecimal digits, as in SIDs and auth tokens.
    public static String randomHex() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
