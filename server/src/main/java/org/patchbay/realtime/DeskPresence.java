package org.patchbay.realtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.database.jobs.Jobs;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.kernel.Ids;
import org.patchbay.workspaces.PresenceBoard;
import org.springframework.stereotype.Component;

/// Makes members connected by their first socket, on whichever node, and disconnected when the last one
/// has been gone for a moment.
@Component
class DeskPresence {

    /// So long a closed socket still counts: a page that reloads must not flicker on everybody's screen.
    static final Duration GRACE = Duration.ofSeconds(5);

    /// A socket that its node has not refreshed for so long is a dead node's.
    static final Duration STALE = Duration.ofSeconds(90);

    /// A closed socket, until its grace is over.
    record Gone(UUID workspaceId, UUID socketId, UUID memberId) {}

    private final UUID nodeId = Ids.next();
    private final SocketStore sockets;
    private final PresenceBoard board;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;
    private final OneTimeJob<Gone> goneJob;

    DeskPresence(SocketStore sockets, PresenceBoard board, Jobs jobs, Transactions transactions, Clock clock) {
        this.sockets = sockets;
        this.board = board;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
        this.goneJob = new OneTimeJob<>("realtime.socket-gone", Gone.class, Retry.PATIENT, this::gone);
    }

    OneTimeJob<Gone> goneJob() {
        return goneJob;
    }

    void arrived(Visit visit) {
        Tenancy.asWorkspace(
                visit.workspaceId(),
                () -> transactions.write(() -> {
                    sockets.lockMember(visit.memberId());
                    boolean added = sockets.add(visit, nodeId, clock.instant());
                    if (added) {
                        board.connected(visit.memberId(), true);
                    }
                    return added;
                }));
    }

    /// The sockets' rows stay until the grace is over, so that they count that long. Should this fail, or
    /// never be called, nobody refreshes the rows and they are swept.
    ///
    /// @param visits of one workspace
    void left(UUID workspaceId, Collection<Visit> visits) {
        Instant at = clock.instant().plus(GRACE);
        Tenancy.asWorkspace(
                workspaceId,
                () -> transactions.write(() -> {
                    for (Visit visit : visits) {
                        Gone gone = new Gone(workspaceId, visit.socketId(), visit.memberId());
                        jobs.schedule(goneJob, workspaceId + ":" + visit.socketId(), gone, at);
                    }
                    return visits;
                }));
    }

    private void gone(Gone gone) {
        Tenancy.asWorkspace(
                gone.workspaceId(),
                () -> transactions.write(() -> {
                    sockets.lockMember(gone.memberId());
                    sockets.remove(gone.socketId());
                    disconnectIfLast(gone.memberId());
                    return gone;
                }));
    }

    /// Says that these sockets are open. A node that stood still for too long was taken for dead; its
    /// members come back by this.
    ///
    /// @param visits of one workspace
    void refresh(UUID workspaceId, Collection<Visit> visits) {
        List<UUID> ids = visits.stream().map(Visit::socketId).toList();
        Set<UUID> known = Set.copyOf(Tenancy.asWorkspace(
                workspaceId, () -> transactions.write(() -> sockets.seen(ids, clock.instant()))));
        visits.stream().filter(visit -> !known.contains(visit.socketId())).forEach(this::arrived);
    }

    /// Disconnects the members whose node died.
    void sweepStale() {
        Instant since = clock.instant().minus(STALE);
        Tenancy.globally(() -> transactions.read(() -> sockets.workspacesWithStale(since)))
                .forEach(workspaceId -> sweepStale(workspaceId, since));
    }

    private void sweepStale(UUID workspaceId, Instant since) {
        List<UUID> members =
                Tenancy.asWorkspace(workspaceId, () -> transactions.read(() -> sockets.membersWithStale(since)));
        for (UUID memberId : members) {
            Tenancy.asWorkspace(
                    workspaceId,
                    () -> transactions.write(() -> {
                        sockets.lockMember(memberId);
                        sockets.removeStale(memberId, since);
                        disconnectIfLast(memberId);
                        return memberId;
                    }));
        }
    }

    private void disconnectIfLast(UUID memberId) {
        if (!sockets.hasSockets(memberId)) {
            board.connected(memberId, false);
        }
    }
}
