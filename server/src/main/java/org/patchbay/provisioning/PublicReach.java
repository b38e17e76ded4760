package org.patchbay.provisioning;

import java.net.URI;
import java.util.Optional;
import org.patchbay.twilio.TwilioConfig;

/// Tries from outside whether Twilio's deliveries reach this server with their signature intact.
interface PublicReach {

    /// @return what is wrong, in a sentence; empty when a signed delivery arrived
    Optional<String> trouble(TwilioConfig config, URI base);
}
