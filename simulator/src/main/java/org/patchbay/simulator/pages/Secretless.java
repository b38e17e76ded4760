package org.patchbay.simulator.pages;

import java.util.regex.Pattern;

/// Text that may be shown.
final class Secretless {

    private static final Pattern PASSWORD = Pattern.compile("(://[^/@:]*):[^/@]*@");

    private Secretless() {}

    /// A URL without the password that it may carry.
    static String url(String url) {
        return PASSWORD.matcher(url).replaceFirst("$1:(not shown)@");
    }
}
