package org.patchbay.simulator.webhooks;

/// The form of a URL that Twilio signs: without fragment and user, and for voice over HTTPS without
/// port. Everything else stays as configured, percent-encoding included.
public final class SignedUrl {

    private SignedUrl() {}

    public static String of(String url, boolean voice) {
        String plain = withoutUser(withoutFragment(url));
        return voice && plain.startsWith("https://") ? withoutPort(plain) : plain;
    }

    static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    static String withoutUser(String url) {
        int start = url.indexOf("://") + 3;
        int at = url.substring(0, endOfAuthority(url)).lastIndexOf('@');
        return at < start ? url : url.substring(0, start) + url.substring(at + 1);
    }

    private static String withoutPort(String url) {
        int end = endOfAuthority(url);
        int colon = url.substring(0, end).lastIndexOf(':');
        boolean port = colon > url.indexOf("://") && colon > url.lastIndexOf(']', end);
        return port ? url.substring(0, colon) + url.substring(end) : url;
    }

    private static int endOfAuthority(String url) {
        int start = url.indexOf("://") + 3;
        int end = url.length();
        for (char stop : new char[] {'/', '?', '#'}) {
            int found = url.indexOf(stop, start);
            if (found >= 0) {
                end = Math.min(end, found);
            }
        }
        return end;
    }
}
