package org.patchbay.calls;

import java.util.UUID;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.workspaces.MemberRemoved;
import org.patchbay.workspaces.PresenceChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Lets the calls that ring know when somebody comes or goes: after the commit, so that it is seen.
@Component
class PresenceListener {

    private final Ingest ingest;

    PresenceListener(Ingest ingest) {
        this.ingest = ingest;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PresenceChanged change) {
        lookAgain(change.workspaceId());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MemberRemoved removed) {
        lookAgain(removed.workspaceId());
    }

    private void lookAgain(UUID workspaceId) {
        ingest.agentsChanged(workspaceId);
    }
}
