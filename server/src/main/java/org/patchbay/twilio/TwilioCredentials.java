package org.patchbay.twilio;

import java.util.Optional;

/// What a workspace's Twilio account is reached with.
///
/// @param accountSid `AC` and 32 hex digits
/// @param authToken the primary one; it also signs Twilio's requests to us
/// @param secondaryAuthToken while the account's tokens are being exchanged
/// @param apiKey for access tokens; empty until we have made one
public record TwilioCredentials(
        String accountSid, String authToken, Optional<String> secondaryAuthToken, Optional<ApiKey> apiKey) {

    /// A [standard API key](https://www.twilio.com/docs/iam/api-keys).
    ///
    /// @param sid `SK` and 32 hex digits
    /// @param secret told by Twilio once, when the key is made
    public record ApiKey(String sid, String secret) {
        @Override
        public String toString() {
            return "ApiKey[" + sid + "]";
        }
    }

    @Override
    public String toString() {
        return "TwilioCredentials[" + accountSid + "]";
    }
}
