package org.patchbay.realtime;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.access.Role;
import org.patchbay.security.Sessions;
import org.patchbay.workspaces.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Goes round the desks of this node: heartbeats for those that hear nothing, and every 20 seconds a look
/// at what the database says, in case an event of another node never came.
@Component
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long TICK_MILLIS = 1_000;

    private final Desks desks;
    private final DeskPresence presence;
    private final Sessions sessions;
    private final Members members;
    private final Clock clock;
    private final Crew crew = new Crew("rounds", 4);
    private @Nullable ScheduledExecutorService ticker;
    private Instant nextCheck = Instant.MIN;

    Rounds(Desks desks, DeskPresence presence, Sessions sessions, Members members, Clock clock) {
        this.desks = desks;
        this.presence = presence;
        this.sessions = sessions;
        this.members = members;
        this.clock = clock;
    }

    private void tick() {
        try {
            Instant now = clock.instant();
            desks.all().forEach(desk -> desk.beat(now, crew));
            if (!now.isBefore(nextCheck)) {
                nextCheck = now.plus(Frames.HEARTBEAT);
                crew.execute(this::check);
            }
        } catch (RuntimeException failed) {
            LOG.warn("A round of the desks failed; the next one follows", failed);
        }
    }

    /// Sessions that ended, members that were removed or have another role, events that the bus lost.
    void check() {
        Collection<Desk> all = desks.all();
        if (all.isEmpty()) {
            return;
        }
        Set<UUID> open = sessions.stillOpen(
                all.stream().map(desk -> desk.visit().sessionId()).collect(toSet()));
        // Of those only: of a desk that has come since, nobody has asked.
        all.stream()
                .filter(desk -> !open.contains(desk.visit().sessionId()))
                .forEach(desk -> desk.close(CloseReason.SESSION_ENDED));
        all.stream()
                .collect(groupingBy(desk -> desk.visit().workspaceId()))
                .forEach((workspaceId, those) -> crew.execute(() -> check(workspaceId, those)));
    }

    private void check(UUID workspaceId, List<Desk> those) {
        Map<UUID, Role> roles = Tenancy.asWorkspace(workspaceId, members::roles);
        for (Desk desk : those) {
            Role role = roles.get(desk.visit().memberId());
            if (role == null) {
                desk.close(CloseReason.NOT_A_MEMBER);
            } else {
                desk.roleIs(role);
            }
        }
        desks.catchUp(workspaceId);
        presence.refresh(workspaceId, those.stream().map(Desk::visit).toList());
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("desk-rounds").factory());
        executor.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        ticker = executor;
    }

    /// Before the web server goes down (it has a lower phase): desks are told to come back, and somebody
    /// will find them gone if they do not.
    @Override
    public void stop() {
        ScheduledExecutorService executor = ticker;
        ticker = null;
        if (executor != null) {
            executor.shutdownNow();
        }
        desks.goDown();
    }

    @Override
    public boolean isRunning() {
        return ticker != null;
    }
}
