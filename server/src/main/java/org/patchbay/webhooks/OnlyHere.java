package org.patchbay.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// Addresses that Twilio can not reach, wherever it is. Names are not looked up: what a name means inside a
/// network is not what it means outside.
final class OnlyHere {

    private static final Set<String> NAMES = Set.of("localhost");

    private OnlyHere() {}

    static boolean is(URI base) {
        String host = base.getHost() == null ? "" : base.getHost().toLowerCase(Locale.ROOT);
        return NAMES.contains(host) || host.endsWith(".localhost") || isLiteral(host) && isLocal(host);
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static boolean isLocal(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
