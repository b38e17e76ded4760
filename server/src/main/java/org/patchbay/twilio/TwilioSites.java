package org.patchbay.twilio;

import org.patchbay.kernel.settings.Settings;
import org.springframework.stereotype.Component;

/// Where each [TwilioEnvironment] is, from this server's configuration and never from a tenant.
@Component
public class TwilioSites {

    private final Settings settings;

    TwilioSites(Settings settings) {
        this.settings = settings;
    }

    /// @throws org.patchbay.kernel.Problem `simulator-missing` if this server has no simulator beside it
    public TwilioSite of(TwilioEnvironment environment) {
        return switch (environment) {
            case TWILIO -> TwilioSite.TWILIO;
            case SIMULATOR ->
                settings.simulatorUrl()
                        .map(TwilioSite::new)
                        .orElseThrow(
                                () -> TwilioProblems.SIMULATOR_MISSING.because(
                                        "This server has no simulator. Set PATCHBAY_SIMULATOR_URL, or connect a real account."));
        };
    }
}
