package org.patchbay.realtime;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// All open sockets of this node, by workspace.
@Component
public class Desks implements EventBus.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Desks.class);
    private static final int ARRIVING_AT_ONCE = 4;

    private final ConcurrentMap<UUID, Channel> channels = new ConcurrentHashMap<>();
    private final Crew crew = new Crew("desks", ARRIVING_AT_ONCE);
    private final Coalescer<UUID> catchUps = new Coalescer<>(crew, this::readWhatIsMissing);
    private final EventStore events;
    private final Transactions transactions;
    private final Reception reception;
    private final DeskPresence presence;
    private final Frames frames;
    private final DeskMeters meters;
    private final Clock clock;
    private volatile boolean goingDown;

    Desks(
            EventStore events,
            Transactions transactions,
            Reception reception,
            DeskPresence presence,
            Frames frames,
            DeskMeters meters,
            Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.reception = reception;
        this.presence = presence;
        this.frames = frames;
        this.meters = meters;
        this.clock = clock;
    }

    /// Takes a connection that has been opened for a member; its first frame follows by itself.
    public Desk open(Visit visit, Transport transport) {
        Desk desk = new Desk(visit, frames, transport, meters, clock.instant());
        meters.opened();
        Channel channel = channels.compute(visit.workspaceId(), (id, existing) -> {
            Channel joined = existing == null ? new Channel() : existing;
            joined.join(desk);
            return joined;
        });
        crew.execute(() -> arrive(desk, channel));
        return desk;
    }

    private void arrive(Desk desk, Channel channel) {
        try {
            presence.arrived(desk.visit());
            Welcome welcome = reception.welcome(desk.visit());
            List<LiveEvent> missed = welcome instanceof Welcome.Resumed resumed ? live(resumed.missed()) : List.of();
            desk.begin(welcome, missed, clock.instant());
            switch (welcome) {
                case Welcome.Resumed resumed -> channel.standsAt(resumed.seq(), clock.instant());
                case Welcome.Fresh fresh -> channel.standsAt(fresh.seq(), clock.instant());
                case Welcome.Refused refused -> {}
            }
        } catch (RuntimeException failed) {
            LOG.warn("A desk could not be welcomed; it will come again", failed);
            desk.close(CloseReason.GOING_AWAY);
        }
    }

    /// The connection is gone, whoever closed it.
    public void closed(Desk desk) {
        channels.computeIfPresent(desk.visit().workspaceId(), (id, channel) -> {
            channel.leave(desk);
            return channel.deserted() ? null : channel;
        });
        meters.closed();
        if (!goingDown) {
            crew.execute(() -> presence.left(desk.visit().workspaceId(), List.of(desk.visit())));
        }
    }

    /// Sends everybody away because the server goes down, and says so in the database while it can.
    void goDown() {
        goingDown = true;
        channels.forEach((workspaceId, channel) -> {
            List<Visit> visits = channel.desks().stream().map(Desk::visit).toList();
            channel.desks().forEach(desk -> desk.close(CloseReason.GOING_AWAY));
            presence.left(workspaceId, visits);
        });
    }

    /// A text frame came.
    public void heard(Desk desk, String text) {
        desk.heard(text, clock.instant());
    }

    @Override
    public void received(UUID workspaceId, List<NumberedEvent> numbered) {
        Channel channel = channels.get(workspaceId);
        if (channel == null) {
            return;
        }
        channel.deliver(live(numbered), clock.instant());
        if (channel.gap()) {
            catchUp(workspaceId);
        }
    }

    private List<LiveEvent> live(List<NumberedEvent> numbered) {
        return numbered.stream().map(frames::live).toList();
    }

    /// Has the outbox read for what the bus may have lost; the desks get it as if it had come.
    void catchUp(UUID workspaceId) {
        catchUps.ask(workspaceId);
    }

    private void readWhatIsMissing(UUID workspaceId) {
        Channel channel = channels.get(workspaceId);
        if (channel == null || channel.position() < 0) {
            return;
        }
        List<NumberedEvent> missing = Tenancy.asWorkspace(
                workspaceId, () -> transactions.read(() -> events.between(channel.position(), events.lastSeq())));
        channel.deliver(live(missing), clock.instant());
    }

    void close(Predicate<Desk> which, CloseReason reason) {
        all().stream().filter(which).forEach(desk -> desk.close(reason));
    }

    Collection<Desk> all() {
        return channels.values().stream()
                .flatMap(channel -> channel.desks().stream())
                .toList();
    }

    Map<UUID, Channel> channels() {
        return channels;
    }
}
