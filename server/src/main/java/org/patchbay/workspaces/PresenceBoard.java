package org.patchbay.workspaces;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Who takes calls. What a member chose is kept while they are offline, and holds again when they return.
@Component
public class PresenceBoard {

    private final MemberStore members;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PresenceBoard(
            MemberStore members,
            Transactions transactions,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.transactions = transactions;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /// The presence of every member of the bound workspace.
    public List<Presence> all() {
        return transactions.read(
                () -> members.all().stream().map(Member::presence).toList());
    }

    /// @param choice available, busy or away
    public Presence choose(UUID memberId, String choice) {
        return transactions.write(() -> tell(memberId, members.choosePresence(memberId, choice, clock.instant())));
    }

    /// Says whether any desk of a member is connected. Nothing happens where that is known already, or the
    /// member is gone.
    public void connected(UUID memberId, boolean connected) {
        transactions.write(() -> {
            if (members.find(memberId).isPresent()) {
                tell(memberId, members.setConnected(memberId, connected, clock.instant()));
            }
        });
    }

    private Presence tell(UUID memberId, boolean changed) {
        Presence presence = members.find(memberId)
                .orElseThrow(() -> Problems.notFound("member"))
                .presence();
        if (changed) {
            outbox.append("member.presence", Audience.everyone(), presence);
            events.publishEvent(new PresenceChanged(Tenancy.workspaceId(), memberId));
        }
        return presence;
    }
}
