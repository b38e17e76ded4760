package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Reply;

/// Something about a call, on its way to being written down.
///
/// @param key the same for the same event, see [DedupeKey]
/// @param type a few words joined by a dot, such as `leg.ringing`
/// @param data the delivery in full, or what a member or a timer said
/// @param legId where it is about one
/// @param twiml makes the answer of a delivery that wants TwiML, from the reply and the call afterwards; must be
///     pure and quick, for it is called while the call is locked. null where nobody asks
public record Told(
        UUID workspaceId,
        Target target,
        Matter matter,
        UUID key,
        String type,
        Map<String, ?> data,
        Source source,
        @Nullable UUID legId,
        Instant occurredAt,
        @Nullable BiFunction<Reply, CallState, String> twiml) {

    /// Which call.
    public sealed interface Target {

        record ById(UUID callId) implements Target {}

        /// The call that one of these legs belongs to.
        record BySid(String callSid) implements Target {}

        /// A call that begins with this, unless the SID is known already.
        ///
        /// @param callSid null where Twilio has no part in it yet
        record New(UUID callId, @Nullable String callSid) implements Target {}
    }

    /// What about it.
    public sealed interface Matter {

        /// Something for the machine to decide about.
        record Happened(CallEvent event) implements Matter {}

        /// A call begins.
        record Begins(CallEvent.Beginning beginning) implements Matter {}

        /// A customer calls one of our numbers. What has to be known for a decision is read when it is written;
        /// a call that is there already hears [CallEvent.CallerCame].
        ///
        /// @param to the number called
        record CallerCalls(
                String sid,
                UUID legId,
                String from,
                String to,
                @Nullable String callerName) implements Matter {}

        /// The last status of a customer's call, told of a call that nobody may have heard of: then it begins,
        /// and is over. A call that is there hears [CallEvent.LegReported].
        record CallerLeft(CallEvent.LegReported report, UUID legId, String from, String to) implements Matter {}

        /// About a recording.
        ///
        /// @param conferenceSid null of a leg's
        record Recorded(
                String recordingSid,
                String status,
                String recordingSource,
                @Nullable String conferenceSid,
                @Nullable Integer channels,
                @Nullable Integer durationSeconds,
                @Nullable Instant startedAt)
                implements Matter {}

        /// To be kept, and nothing else.
        record Noted() implements Matter {}
    }

    public enum Source {
        WEBHOOK,
        MEMBER,
        TIMER,
        TWILIO,
        RECONCILIATION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
