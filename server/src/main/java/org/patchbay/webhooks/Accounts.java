package org.patchbay.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.TwilioConfig;

/// Which workspace has which Twilio account.
interface Accounts {

    /// @return empty where there is no such workspace, or it has no account; possibly a few seconds old
    Optional<TwilioConfig> of(UUID workspaceId);

    /// As it is now: for somebody who did not like the answer of [#of].
    ///
    /// @param arrived when they came, by [System#nanoTime]: an answer that was read after it will do
    Optional<TwilioConfig> since(UUID workspaceId, long arrived);

    /// Whose a delivery is that does not say it.
    ///
    /// @param applicationSid the TwiML app that it came by; null where there is none
    /// @param numbers one of which may be ours
    Optional<UUID> whose(String accountSid, @Nullable String applicationSid, List<String> numbers);
}
