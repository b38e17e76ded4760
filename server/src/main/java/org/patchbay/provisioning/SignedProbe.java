package org.patchbay.provisioning;

import java.net.URI;
import java.util.Optional;
import org.patchbay.database.Tenancy;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.webhooks.Probe;
import org.patchbay.webhooks.ProbeResult;
import org.springframework.stereotype.Component;

/// Tries from outside whether Twilio's deliveries reach this server with their signature intact.
@Component
class SignedProbe {

    private final Probe probe;

    SignedProbe(Probe probe) {
        this.probe = probe;
    }

    /// @return what is wrong, in a sentence; empty when a signed delivery arrived
    Optional<String> trouble(TwilioConfig config, URI base) {
        ProbeResult result = probe.ask(base, Tenancy.workspaceId(), config);
        return result instanceof ProbeResult.Reached ? Optional.empty() : Optional.of(result.sentence());
    }
}
