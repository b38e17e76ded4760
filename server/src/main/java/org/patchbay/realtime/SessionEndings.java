package org.patchbay.realtime;

import org.patchbay.security.SessionsEnded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Closes the sockets of a session as soon as it has ended. Other nodes find out on their next round.
@Component
class SessionEndings {

    private final Desks desks;

    SessionEndings(Desks desks) {
        this.desks = desks;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void ended(SessionsEnded event) {
        desks.close(desk -> event.sessionIds().contains(desk.visit().sessionId()), CloseReason.SESSION_ENDED);
    }
}
