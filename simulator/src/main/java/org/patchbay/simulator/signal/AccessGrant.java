package org.patchbay.simulator.signal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a verified access token allows.
///
/// @param applicationSid the TwiML app for calls out; empty when the token allows none
/// @param outgoingParams sent to the app's voice URL with every call out
/// @param incomingAllowed whether calls may come in
public record AccessGrant(
        ClientAddress client,
        Optional<String> applicationSid,
        Map<String, String> outgoingParams,
        boolean incomingAllowed,
        Instant expires) {

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expires);
    }
}
