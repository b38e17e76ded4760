package org.patchbay.provisioning;

import java.time.Clock;
import java.time.Instant;
import org.patchbay.kernel.access.Caller;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioCredentials.ApiKey;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.VoiceIdentity;
import org.patchbay.twilio.VoiceTokens;
import org.patchbay.twilio.VoiceTokens.VoiceToken;
import org.patchbay.twilio.WorkspaceAccounts;
import org.springframework.stereotype.Component;

/// Lets a member's browser be a phone of the workspace's account.
@Component
public class VoiceAccess {

    /// @param token for `new Device(…)`
    /// @param identity of this member in this workspace, and of nobody else in the account
    public record Pass(String token, String identity, Instant expiresAt, TwilioEnvironment environment) {
        @Override
        public String toString() {
            return "Pass[" + identity + "]";
        }
    }

    private final WorkspaceAccounts accounts;
    private final Clock clock;

    VoiceAccess(WorkspaceAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /// @throws org.patchbay.kernel.Problem 409 `twilio-not-configured` until key and app are made
    public Pass of(Caller.Member member) {
        TwilioConfig config = accounts.config();
        ApiKey key = config.credentials().apiKey().orElseThrow(TwilioProblems::notConfigured);
        String app = config.appSid().orElseThrow(TwilioProblems::notConfigured);
        String identity = new VoiceIdentity(member.workspaceId(), member.memberId()).text();
        Instant now = clock.instant();
        VoiceToken token = VoiceTokens.create(config.accountSid(), key, app, identity);
        return new Pass(token.jwt(), identity, now.plus(token.lifetime()), config.environment());
    }
}
