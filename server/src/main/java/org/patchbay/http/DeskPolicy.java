package org.patchbay.http;

import java.net.URI;
import java.util.Optional;
import org.patchbay.kernel.settings.Settings;
import org.springframework.stereotype.Component;

/// What the desk's page may load and connect to (Content Security Policy). Nothing inline but the styles
/// that carry the response's nonce; nothing from elsewhere but Twilio's and the simulator's sockets.
@Component
class DeskPolicy {

    private final String simulator;

    DeskPolicy(Settings settings) {
        this.simulator = settings.simulatorUrl().map(DeskPolicy::sockets).orElse("");
    }

    String forPage(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self' 'nonce-" + nonce + "'",
                "img-src 'self' data: blob:",
                "font-src 'self'",
                "media-src 'self' blob:",
                "connect-src 'self' https://*.twilio.com wss://*.twilio.com" + simulator,
                "manifest-src 'self'",
                "worker-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    /// The browser may name the machine either way.
    private static String sockets(URI url) {
        String port = Optional.of(url.getPort())
                .filter(number -> number > 0)
                .map(number -> ":" + number)
                .orElse("");
        String scheme = "https".equals(url.getScheme()) ? "wss://" : "ws://";
        String named = " " + scheme + url.getHost() + port;
        return url.getHost().equals("127.0.0.1") ? named + " " + scheme + "localhost" + port : named;
    }
}
