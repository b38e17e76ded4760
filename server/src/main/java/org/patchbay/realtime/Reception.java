package org.patchbay.realtime;

import java.util.List;
import java.util.Optional;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.access.Role;
import org.patchbay.workspaces.Member;
import org.patchbay.workspaces.Members;
import org.patchbay.workspaces.PresenceBoard;
import org.springframework.stereotype.Component;

/// Reads what a desk needs to begin.
@Component
class Reception {

    private final EventStore events;
    private final Members members;
    private final PresenceBoard presence;
    private final Transactions transactions;

    Reception(EventStore events, Members members, PresenceBoard presence, Transactions transactions) {
        this.events = events;
        this.members = members;
        this.presence = presence;
        this.transactions = transactions;
    }

    /// The order of reading matters, for others write meanwhile: first the last number, then the events or
    /// the state, which is at least as new, and last the role, so that nothing old is shown by an older
    /// role. What becomes true later has a later number, and the desk gets it by that.
    Welcome welcome(Visit visit) {
        return Tenancy.asWorkspace(
                visit.workspaceId(),
                () -> transactions.read(() -> {
                    long last = events.lastSeq();
                    if (Welcome.worthResuming(visit.after(), last)) {
                        long after = visit.after().getAsLong();
                        List<NumberedEvent> missed = events.between(after, last);
                        if (Welcome.complete(after, last, missed)) {
                            return role(visit)
                                    .<Welcome>map(role -> new Welcome.Resumed(after, last, role, missed))
                                    .orElseGet(Welcome.Refused::new);
                        }
                    }
                    var board = presence.all();
                    return role(visit)
                            .<Welcome>map(role -> new Welcome.Fresh(last, role, board))
                            .orElseGet(Welcome.Refused::new);
                }));
    }

    private Optional<Role> role(Visit visit) {
        return members.ofUser(visit.userId())
                .filter(member -> member.id().equals(visit.memberId()))
                .map(Member::role);
    }
}
