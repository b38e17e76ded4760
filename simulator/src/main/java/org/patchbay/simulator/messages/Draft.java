package org.patchbay.simulator.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.numbers.Hook;

/// A message that somebody wants to send; checked already.
///
/// @param serviceSid the messaging service that sends it, or null
/// @param from the sender, or empty when the service is to choose one
/// @param mediaUrls what Twilio fetches before it sends
/// @param callback where its status is reported, or [Hook#NONE]
/// @param action where TwiML's `action` wants to hear only whether it was sent, or [Hook#NONE]
/// @param sendAt null for at once
public record Draft(
        String accountSid,
        MessageDirection direction,
        @Nullable String serviceSid,
        String from,
        String to,
        String body,
        List<String> mediaUrls,
        Hook callback,
        Hook action,
        @Nullable Instant sendAt) {

    public Draft {
        mediaUrls = List.copyOf(mediaUrls);
    }

    MessageStatus firstStatus() {
        return sendAt != null
                ? MessageStatus.SCHEDULED
                : serviceSid != null ? MessageStatus.ACCEPTED : MessageStatus.QUEUED;
    }
}
