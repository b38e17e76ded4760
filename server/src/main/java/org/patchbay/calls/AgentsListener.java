package org.patchbay.calls;

import java.util.UUID;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.numbers.NumberAssigned;
import org.patchbay.workspaces.MemberRemoved;
import org.patchbay.workspaces.PresenceChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Lets the calls that ring know when somebody comes or goes, or a number becomes other
/// members': after the commit, so that it is seen.
@Component
class AgentsListener {

    private final Ingest ingest;

    AgentsListener(Ingest ingest) {
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

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(NumberAssigned assigned) {
        lookAgain(assigned.workspaceId());
    }

    private void lookAgain(UUID workspaceId) {
        ingest.agentsChanged(workspaceId);
    }
}
