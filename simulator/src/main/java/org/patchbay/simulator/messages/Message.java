package org.patchbay.simulator.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.rest.Resource;

/// One text, with or without media.
///
/// @param serviceSid the messaging service, or null
/// @param from E.164; empty while a service has not chosen its sender
/// @param mediaCount how many media it was sent with
public record Message(
        String sid,
        String accountSid,
        @Nullable String serviceSid,
        MessageDirection direction,
        String from,
        String to,
        String body,
        int mediaCount,
        Progress progress)
        implements Resource {

    /// How far it is.
    ///
    /// @param errorCode e.g. 30003, or null
    /// @param sent when it left, or came in; null before
    public record Progress(
            MessageStatus status,
            @Nullable Integer errorCode,
            Instant created,
            Instant updated,
            @Nullable Instant sent) {

        static Progress begun(MessageStatus status, Instant now) {
            return new Progress(status, null, now, now, null);
        }
    }

    public MessageStatus status() {
        return progress.status();
    }

    Message with(MessageStatus status, Instant now) {
        boolean leaves = status == MessageStatus.SENT || status == MessageStatus.RECEIVED;
        return with(
                new Progress(status, progress.errorCode(), progress.created(), now, leaves ? now : progress.sent()));
    }

    Message broken(MessageStatus status, int errorCode, Instant now) {
        return with(new Progress(status, errorCode, progress.created(), now, progress.sent()));
    }

    Message sentBy(String sender) {
        return new Message(sid, accountSid, serviceSid, direction, sender, to, body, mediaCount, progress);
    }

    /// Without its words, as after a redaction.
    Message redacted(Instant now) {
        var later = new Progress(progress.status(), progress.errorCode(), progress.created(), now, progress.sent());
        return new Message(sid, accountSid, serviceSid, direction, from, to, "", mediaCount, later);
    }

    private Message with(Progress next) {
        return new Message(sid, accountSid, serviceSid, direction, from, to, body, mediaCount, next);
    }
}
