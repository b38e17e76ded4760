package org.patchbay.webhooks;

import java.util.Optional;
import java.util.UUID;

/// Whether Twilio sent it.
sealed interface Verdict {

    record Accepted(Delivery delivery) implements Verdict {}

    /// @param workspaceId whose it claims to be; empty unless that one has an account connected
    /// @param signedFor the address that it was signed for, without the query; of [Refusal#WRONG_URL]
    /// @param accountSid what it says, where that is an account SID at all
    record Refused(
            Refusal refusal,
            WebhookPath path,
            Optional<UUID> workspaceId,
            Optional<String> signedFor,
            Optional<String> accountSid)
            implements Verdict {}
}
