package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.LegStatus;

/// What is said, and of which call.
public sealed interface Matter {

    /// Which call is meant. One of another workspace is as good as none.
    sealed interface Where {

        /// By our own id, as our callback URLs carry it.
        record Id(UUID callId) implements Where {}

        /// By the SID of any of its legs that we have heard of.
        record Sid(String callSid) implements Where {}
    }

    /// Something happened to a call.
    record Happened(Where where, CallEvent event) implements Matter {}

    /// A member does not want a call that rings. Who else may take it is read when it is written.
    record Declined(Where where, UUID memberId) implements Matter {}

    /// Nothing follows from it, but it belongs to the call's history.
    record Noted(Where where) implements Matter {}

    /// A member calls. Said twice of one call id, the first holds.
    record Begun(CallEvent.Placed placed) implements Matter {}

    /// Twilio asks what to do with a caller. The call is made unless it is known by this SID; then it is
    /// [CallEvent.CallerCame].
    ///
    /// @param from as Twilio says it
    /// @param to the number called
    /// @param callerName as Twilio looked it up; what the contact is called is read elsewhere
    record NewCaller(
            String sid, String from, String to, @Nullable String callerName) implements Matter {
        public NewCaller {
            from = StorableText.of(from);
            to = StorableText.of(to);
            callerName = callerName == null ? null : StorableText.of(callerName);
        }
    }

    /// A caller's status. Of a call that we have not heard of, an end makes a call that is over, if the number
    /// called is ours; anything else is not known.
    ///
    /// @param sequence -1 where none is said
    record CallerReported(
            String sid,
            String from,
            String to,
            @Nullable String callerName,
            LegStatus status,
            int sequence,
            @Nullable Integer durationSeconds,
            @Nullable Integer sipCode)
            implements Matter {
        public CallerReported {
            from = StorableText.of(from);
            to = StorableText.of(to);
            callerName = callerName == null ? null : StorableText.of(callerName);
        }

        boolean mayBegin() {
            return status.isOver();
        }
    }

    /// What became of a recording.
    ///
    /// @param source in Twilio's words, as `Conference`
    record RecordingReported(
            Where where,
            String recordingSid,
            @Nullable String conferenceSid,
            RecordingStatus status,
            String source,
            @Nullable Integer channels,
            @Nullable Integer durationSeconds,
            @Nullable Instant startedAt)
            implements Matter {
        public RecordingReported {
            source = StorableText.of(source);
        }
    }

    /// By which SID the call is to be found; null where an id says it.
    default @Nullable String knownBySid() {
        return switch (this) {
            case Happened happened -> sidOf(happened.where());
            case Declined declined -> sidOf(declined.where());
            case Noted(var where) -> sidOf(where);
            case RecordingReported report -> sidOf(report.where());
            case NewCaller caller -> caller.sid();
            case CallerReported report -> report.sid();
            case Begun begun -> null;
        };
    }

    /// By which of our ids the call is to be found; null where a SID says it.
    default @Nullable UUID knownById() {
        return switch (this) {
            case Happened happened -> idOf(happened.where());
            case Declined declined -> idOf(declined.where());
            case Noted(var where) -> idOf(where);
            case RecordingReported report -> idOf(report.where());
            case Begun(var placed) -> placed.callId();
            case NewCaller caller -> null;
            case CallerReported report -> null;
        };
    }

    private static @Nullable String sidOf(Where where) {
        return where instanceof Where.Sid(var sid) ? sid : null;
    }

    private static @Nullable UUID idOf(Where where) {
        return where instanceof Where.Id(var id) ? id : null;
    }
}
