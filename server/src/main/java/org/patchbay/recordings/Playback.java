package org.patchbay.recordings;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallHistory;
import org.patchbay.calls.CallView;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Permission;
import org.patchbay.recordings.KeptRecordings.Kept;
import org.patchbay.twilio.AccountRecordings;
import org.patchbay.twilio.RecordingMedia;
import org.patchbay.twilio.RecordingMedia.Format;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WorkspaceAccounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// A recording's sound, for those who may hear it. Twilio keeps it; nobody but us ever sees Twilio's address.
@Component
public class Playback {

    private final KeptRecordings recordings;
    private final Transactions transactions;
    private final CallHistory calls;
    private final WorkspaceAccounts accounts;
    private final ApplicationEventPublisher events;

    Playback(
            KeptRecordings recordings,
            Transactions transactions,
            CallHistory calls,
            WorkspaceAccounts accounts,
            ApplicationEventPublisher events) {
        this.recordings = recordings;
        this.transactions = transactions;
        this.calls = calls;
        this.accounts = accounts;
        this.events = events;
    }

    /// @param format the one that is tried first; not every Twilio has both of every recording
    /// @param range as in HTTP's `Range`; null for the whole
    /// @return to be closed
    /// @throws org.patchbay.kernel.Problem 404 where there is none, also for those who may not hear it; 409 or
    ///     503 where Twilio does not give it
    public RecordingMedia open(Caller.InWorkspace caller, UUID recordingId, Format format, @Nullable String range) {
        Kept kept = recordings
                .find(recordingId)
                .filter(recording -> mayHear(caller, recording))
                .filter(recording -> !recording.isDeleted())
                .orElseThrow(() -> Problems.notFound("recording"));
        RecordingMedia media = fetch(kept.sid(), format, range);
        if (range == null || range.startsWith("bytes=0-")) {
            note(recordingId, kept);
        }
        return media;
    }

    private RecordingMedia fetch(String sid, Format format, @Nullable String range) {
        try {
            AccountRecordings atTwilio = accounts.of(accounts.config()).recordings();
            return atTwilio.media(sid, format, range)
                    .or(() -> format == Format.WAV ? Optional.empty() : atTwilio.media(sid, Format.WAV, range))
                    .orElseThrow(() -> Problems.NOT_FOUND.because(
                            "Twilio does not have this recording: it may not be ready yet, or was deleted there."));
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
    }

    /// Whoever has the call may hear it; all others need the permission.
    private boolean mayHear(Caller.InWorkspace caller, Kept recording) {
        return caller.may(Permission.RECORDINGS_READ)
                || calls.find(recording.callId())
                        .map(CallView::memberId)
                        .filter(caller.actorId()::equals)
                        .isPresent();
    }

    /// Once for each time that somebody begins to listen, not for every part that a player asks for.
    private void note(UUID recordingId, Kept kept) {
        transactions.write(() -> events.publishEvent(
                AuditFact.of("recording.played", new AuditFact.Target("recording", recordingId.toString(), ""))
                        .with(Map.of("call", kept.callId().toString()))));
    }
}
