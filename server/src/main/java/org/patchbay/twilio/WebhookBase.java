package org.patchbay.twilio;

import java.net.URI;
import java.util.Optional;
import org.patchbay.kernel.settings.Settings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Under which address Twilio reaches this server now: configuration, never what a request says.
@Component
public class WebhookBase {

    private final Settings settings;
    private final Environment environment;

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

    private URI loopback() {
        String host = settings.bindAddress().equals("::1") ? "[::1]" : "127.0.0.1";
        int port = environment.getProperty("local.server.port", Integer.class, settings.deskPort());
        return URI.create("http://" + host + ":" + port);
    }
}
