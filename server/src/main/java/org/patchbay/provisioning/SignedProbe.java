package org.patchbay.provisioning;

import java.net.URI;
import java.util.Optional;
import org.patchbay.twilio.TwilioConfig;
import org.springframework.stereotype.Component;

@Component
class SignedProbe implements PublicReach {
    @Override
    public Optional<String> trouble(TwilioConfig config, URI base) {
        return Optional.empty();
    }
}
