package org.patchbay.twilio;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.patchbay.twilio.TwilioCredentials.ApiKey;

/// Makes the [access tokens](https://www.twilio.com/docs/iam/access-tokens) with which a browser registers
/// as a Twilio client and calls.
public final class VoiceTokens {

    /// Twilio takes at most 24 hours; a token that leaks should not be of use for long.
    static final Duration LIFETIME = Duration.ofHours(1);

    /// The mobile SDKs break with anything else.
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_]{1,121}");

    private VoiceTokens() {}

    /// @param jwt for `new Device(…)`
    public record VoiceToken(String jwt, String identity, Duration lifetime) {
        @Override
        public String toString() {
            return "VoiceToken[" + identity + "]";
        }
    }

    /// @param appSid whose voice URL is asked when the browser calls
    /// @param identity unique in the account: several workspaces may share one
    /// @throws IllegalArgumentException if the identity is none that all of Twilio's SDKs take
    public static VoiceToken create(String accountSid, ApiKey key, String appSid, String identity) {
        if (!IDENTITY.matcher(identity).matches()) {
            throw new IllegalArgumentException("not an identity for Twilio");
        }
        VoiceGrant grant = new VoiceGrant().setIncomingAllow(true).setOutgoingApplicationSid(appSid);
        AccessToken token = new AccessToken.Builder(
                        accountSid, key.sid(), key.secret().getBytes(StandardCharsets.UTF_8))
                .identity(identity)
                .ttl((int) LIFETIME.toSeconds())
                .grant(grant)
                .build();
        return new VoiceToken(token.toJwt(), identity, LIFETIME);
    }
}
