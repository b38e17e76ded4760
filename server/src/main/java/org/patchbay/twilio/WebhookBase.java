package org.patchbay.twilio;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.settings.Settings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Under which address Twilio reaches this server now: configuration, never what a request says.
@Component
public class WebhookBase {

    private final Settings settings;
    private final Environment environment;
    private volatile @Nullable URI loopback;

    WebhookBase(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /// @return without a path; empty for real accounts while `PATCHBAY_PUBLIC_URL` is not set. The simulator
    ///     is beside us and needs none
    public Optional<URI> of(TwilioEnvironment where) {
        return switch (where) {
            case TWILIO -> settings.publicUrl();
            case SIMULATOR -> Optional.of(loopback());
        };
    }

    /// Every delivery asks; the port is what it is once the web server has taken it.
    private URI loopback() {
        URI known = loopback;
        if (known != null) {
            return known;
        }
        Integer taken = environment.getProperty("local.server.port", Integer.class);
        URI address = loopback(taken == null ? settings.deskPort() : taken);
        if (taken != null) {
            loopback = address;
        }
        return address;
    }

    private URI loopback(int port) {
        String host = settings.bindAddress().equals("::1") ? "[::1]" : "127.0.0.1";
        return URI.create("http://" + host + ":" + port);
    }
}
