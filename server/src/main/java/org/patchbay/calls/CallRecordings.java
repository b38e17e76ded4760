package org.patchbay.calls;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.LiveRecordings.Live;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Heard;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.RecordingStatus;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.twilio.AccountRecordings;
import org.patchbay.twilio.AccountRecordings.RecordingSeen;
import org.patchbay.twilio.Change;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WorkspaceAccounts;
import org.springframework.stereotype.Component;

/// What members do with recordings of the bound workspace's calls. Nothing is said to be so before Twilio has
/// said it: a desk that shows a pause where there is none has somebody read their card number onto a tape.
@Component
public class CallRecordings {

    private final LiveRecordings live;
    private final CallHistory history;
    private final WorkspaceAccounts accounts;
    private final Ingest ingest;
    private final Clock clock;

    CallRecordings(LiveRecordings live, CallHistory history, WorkspaceAccounts accounts, Ingest ingest, Clock clock) {
        this.live = live;
        this.history = history;
        this.accounts = accounts;
        this.ingest = ingest;
        this.clock = clock;
    }

    private enum Wish {
        PAUSE(RecordingStatus.PAUSED, "recording.paused", "recordings.pause"),
        RESUME(RecordingStatus.IN_PROGRESS, "recording.resumed", "recordings.resume");

        private final RecordingStatus status;
        private final String type;
        private final String request;

        Wish(RecordingStatus status, String type, String request) {
            this.status = status;
            this.type = type;
            this.request = request;
        }

        Change sent(AccountRecordings recordings, Live live) {
            return switch (this) {
                case PAUSE -> recordings.pause(live.of(), live.sid());
                case RESUME -> recordings.resume(live.of(), live.sid());
            };
        }
    }

    /// Leaves out what is said from now on. Harmless when it is left out already.
    ///
    /// @throws Problem 403 for others' calls, without the permission to manage them; 409 `not-recorded`,
    ///     `call-over`; 404; Twilio's where it is not certain that nothing is recorded any more
    public CallView pause(Caller.InWorkspace caller, UUID callId) {
        return change(caller, callId, Wish.PAUSE);
    }

    /// Goes on. Throws as [#pause] does.
    public CallView resume(Caller.InWorkspace caller, UUID callId) {
        return change(caller, callId, Wish.RESUME);
    }

    /// A recording is not at Twilio any more. Harmless when it was said before.
    ///
    /// @param by who has deleted it; null where it was kept for long enough
    /// @return whether the call is still known
    public boolean deleted(UUID callId, String sid, Caller.@Nullable InWorkspace by) {
        Matter matter = new Matter.RecordingReported(
                new Matter.Where.Id(callId), sid, null, RecordingStatus.DELETED, "", null, null, null);
        UUID key = DedupeKey.of("recording", sid, RecordingStatus.DELETED.code());
        return !tell(matter, key, by == null ? Source.TIMER : Source.MEMBER, "recording.deleted", by(by))
                .unknown();
    }

    private CallView change(Caller.InWorkspace caller, UUID callId, Wish wish) {
        CallView call = history.get(callId);
        if (!caller.actorId().equals(call.memberId()) && !caller.may(Permission.CALLS_MANAGE)) {
            throw Problems.FORBIDDEN.because("Only supervisors pause the recordings of others' calls.");
        }
        if (call.endedAt() != null || !call.recorded()) {
            throw notRecorded(callId);
        }
        carryOut(caller, callId, wish, live.of(callId).orElseThrow(() -> notRecorded(callId)));
        return history.get(callId);
    }

    /// Where Twilio's answer was lost, or does not say of which recording it is, it is looked up.
    private void carryOut(Caller.InWorkspace caller, UUID callId, Wish wish, Live what) {
        AccountRecordings recordings = accounts.of(accounts.config()).recordings();
        long begun = System.nanoTime();
        Change change = Change.NOT_NOW;
        TwilioFailure failure = null;
        try {
            change = wish.sent(recordings, what);
        } catch (TwilioFailure failed) {
            if (!failed.outcomeUnknown() && failed.kind() != TwilioFailure.Kind.REFUSED) {
                throw TwilioProblems.of(failed);
            }
            failure = failed;
        }
        Map<String, Object> data = by(caller);
        data.put("request", wish.request);
        data.put("milliseconds", (System.nanoTime() - begun) / 1_000_000);
        if (change == Change.CHANGED && what.isKnown()) {
            tell(reported(callId, what.sid(), wish.status), Ids.next(), Source.MEMBER, wish.type, data);
        } else {
            settle(callId, wish, look(recordings, what), failure, data);
        }
    }

    private void settle(
            UUID callId,
            Wish wish,
            Optional<RecordingSeen> seen,
            @Nullable TwilioFailure failure,
            Map<String, Object> data) {
        if (seen.filter(recording -> wish.status.code().equals(recording.status()))
                .isPresent()) {
            tell(reported(callId, seen.get(), wish.status), Ids.next(), Source.MEMBER, wish.type, data);
            return;
        }
        throw failure == null ? notRecorded(callId) : TwilioProblems.of(failure);
    }

    /// The one that is being made, if any.
    private static Optional<RecordingSeen> look(AccountRecordings recordings, Live what) {
        try {
            return what.isKnown()
                    ? recordings.find(what.sid())
                    : recordings.of(what.of()).stream()
                            .filter(seen -> RecordingStatus.of(seen.status() == null ? "" : seen.status())
                                    .filter(RecordingStatus::isLive)
                                    .isPresent())
                            .findFirst();
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
    }

    private Problem notRecorded(UUID callId) {
        return history.get(callId).endedAt() == null
                ? CallProblems.NOT_RECORDED.because("Nothing is being recorded at the moment.")
                : CallProblems.CALL_OVER.because("The call is over.");
    }

    private static Matter reported(UUID callId, String sid, RecordingStatus status) {
        return new Matter.RecordingReported(new Matter.Where.Id(callId), sid, null, status, "", null, null, null);
    }

    private static Matter reported(UUID callId, RecordingSeen seen, RecordingStatus status) {
        return new Matter.RecordingReported(
                new Matter.Where.Id(callId),
                seen.sid(),
                seen.conferenceSid(),
                status,
                seen.source() == null ? "" : seen.source(),
                seen.channels(),
                seen.durationSeconds(),
                seen.started());
    }

    private static Map<String, Object> by(Caller.@Nullable InWorkspace caller) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (caller != null) {
            data.put("by", caller.actorId().toString());
            data.put("name", caller.name());
        }
        return data;
    }

    private Heard tell(Matter matter, UUID key, Source source, String type, Map<String, Object> data) {
        return ingest.tellAndWait(Told.of(Tenancy.workspaceId(), matter, key, source, type, clock.instant())
                .with(data));
    }
}
