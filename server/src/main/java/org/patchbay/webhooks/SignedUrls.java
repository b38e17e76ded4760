package org.patchbay.webhooks;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;

/// The spellings of an address under which Twilio may have signed it.
///
/// Twilio drops user and password, and the fragment; the port it drops for voice over HTTPS and keeps
/// otherwise. Nothing else may be touched: the signature covers every byte.
/// Source: [Webhooks security](https://www.twilio.com/docs/usage/webhooks/webhooks-security).
final class SignedUrls {

    private SignedUrls() {}

    /// @param url absolute, exactly as Twilio asked for it
    /// @return as it was asked for first; nothing for what is no absolute HTTP address
    static Set<String> of(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return Set.of();
        }
        String before = url.substring(0, scheme + 3);
        String standardPort = standardPort(url.substring(0, scheme));
        if (standardPort.isEmpty()) {
            return Set.of();
        }
        String rest = withoutFragment(url.substring(scheme + 3));
        int end = endOfAuthority(rest);
        String authority = withoutUser(rest.substring(0, end));
        String after = rest.substring(end);
        String host = withoutPort(authority);
        String withPort = host.equals(authority) ? host + ":" + standardPort : authority;
        SequencedSet<String> spellings = new LinkedHashSet<>();
        spellings.add(before + authority + after);
        spellings.add(before + host + after);
        spellings.add(before + withPort + after);
        return spellings;
    }

    private static String standardPort(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> "443";
            case "http" -> "80";
            default -> "";
        };
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    private static int endOfAuthority(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '/' || rest.charAt(i) == '?') {
                return i;
            }
        }
        return rest.length();
    }

    private static String withoutUser(String authority) {
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /// An IPv6 address has colons of its own, in brackets.
    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }
}
