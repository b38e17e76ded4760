package org.patchbay.messaging;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text.
///
/// @param sid Twilio's, `SM…` or `MM…`
/// @param from a number, a name, a short code, an address such as `whatsapp:+1…`, or nothing
/// @param numberId the workspace's number that it came to or went from; null where that is none of its own
/// @param status Twilio's word
/// @param errorCode Twilio's, of what did not arrive
/// @param at when we first heard of it
public record Message(
        UUID id,
        String sid,
        Direction direction,
        String from,
        String to,
        @Nullable UUID numberId,
        String body,
        List<Media> media,
        String status,
        @Nullable Integer errorCode,
        Instant at,
        Instant updatedAt) {

    /// Seen from the workspace.
    public enum Direction {
        INBOUND,
        OUTBOUND;

        /// As the database and the API write it.
        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Direction of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// Something that came with it.
    ///
    /// @param contentType as Twilio says
    public record Media(String contentType) {}

    public Message {
        media = List.copyOf(media);
    }

    /// With a visible sign for every U+0000, which PostgreSQL's JSON does not take.
    Message printable() {
        String printable = body.replace('\0', '\u2400');
        return new Message(id, sid, direction, from, to, numberId, printable, media, status, errorCode, at, updatedAt);
    }

    /// Without what people wrote, and to whom.
    @Override
    public String toString() {
        return "Message[" + sid + ", " + status + "]";
    }
}
