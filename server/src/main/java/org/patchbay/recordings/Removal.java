package org.patchbay.recordings;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallRecordings;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Caller;
import org.patchbay.recordings.KeptRecordings.Kept;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WorkspaceAccounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Deletes recordings of the bound workspace: first at Twilio, so that none is said to be gone that is not. Whoever
/// is interrupted in between does it again: what Twilio does not have any more is deleted.
@Component
public class Removal {

    private final KeptRecordings recordings;
    private final CallRecordings calls;
    private final WorkspaceAccounts accounts;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Removal(
            KeptRecordings recordings,
            CallRecordings calls,
            WorkspaceAccounts accounts,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.recordings = recordings;
        this.calls = calls;
        this.accounts = accounts;
        this.transactions = transactions;
        this.events = events;
    }

    /// Harmless when it is deleted.
    ///
    /// @throws org.patchbay.kernel.Problem 404 where there is none; Twilio's where it can not be deleted there
    public void delete(Caller.InWorkspace caller, UUID recordingId) {
        Kept kept = recordings.find(recordingId).orElseThrow(() -> Problems.notFound("recording"));
        if (kept.isDeleted()) {
            return;
        }
        try {
            remove(kept, "recording.deleted", caller);
        } catch (TwilioFailure failure) {
            throw TwilioProblems.of(failure);
        }
    }

    /// @throws TwilioFailure if it can not be deleted at Twilio; nothing has changed then
    void expire(Kept kept) {
        remove(kept, "recording.expired", null);
    }

    private void remove(Kept kept, String action, Caller.@Nullable InWorkspace by) {
        accounts.of(accounts.config()).recordings().delete(kept.sid());
        if (!calls.deleted(kept.callId(), kept.sid(), by)) {
            recordings.deleted(kept);
        }
        transactions.write(() -> events.publishEvent(
                AuditFact.of(action, new AuditFact.Target("recording", kept.id().toString(), ""))
                        .with(Map.of("call", kept.callId().toString()))));
    }
}
