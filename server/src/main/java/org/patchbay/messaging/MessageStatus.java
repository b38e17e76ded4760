package org.patchbay.messaging;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far a text has come, in Twilio's words. It only goes forward: deliveries overtake each other and come
/// twice, and whatever their order the text ends where it is.
/// Source: [Message status](https://www.twilio.com/docs/messaging/api/message-resource#message-status-values).
enum MessageStatus {
    RECEIVING("receiving", 0, false),
    ACCEPTED("accepted", 1, false),
    SCHEDULED("scheduled", 1, false),
    QUEUED("queued", 2, false),
    SENDING("sending", 3, false),
    /// May be the last word: not every network says more.
    SENT("sent", 4, false),
    RECEIVED("received", 5, true),
    FAILED("failed", 5, true),
    CANCELED("canceled", 5, true),
    UNDELIVERED("undelivered", 5, true),
    /// Followed by [#READ] only.
    DELIVERED("delivered", 5, false),
    READ("read", 6, true);

    private final String code;
    private final int rank;
    private final boolean last;

    MessageStatus(String code, int rank, boolean last) {
        this.code = code;
        this.rank = rank;
        this.last = last;
    }

    String code() {
        return code;
    }

    /// Those that a text does not leave for that one. A word that we do not know is left for any that we
    /// know, and for no other.
    ///
    /// @param code Twilio's word
    static List<String> staying(String code) {
        MessageStatus next = of(code);
        return Stream.of(values())
                .filter(status -> next == null || status.last || status.rank >= next.rank)
                .map(MessageStatus::code)
                .toList();
    }

    static boolean isKnown(String code) {
        return of(code) != null;
    }

    private static @Nullable MessageStatus of(String code) {
        return Stream.of(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElse(null);
    }
}
