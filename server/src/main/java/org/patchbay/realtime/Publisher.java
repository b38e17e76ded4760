package org.patchbay.realtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives the outbox rows of a workspace their numbers after the commit, and hands them to the bus. A
/// burst of commits is numbered together; workspaces do not wait for each other.
///
/// Between commit and number a row belongs to nobody: should the process die there, [#sweep()] of any
/// node finds it.
@Component
class Publisher implements Outbox.Listener {

    private static final int BATCH = 500;
    private static final int WORKSPACES_AT_ONCE = 3;

    private final EventStore events;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final EventBus bus;
    private final Clock clock;
    private final Timer lag;
    private final Coalescer<UUID> numbering =
            new Coalescer<>(new Crew("numbering", WORKSPACES_AT_ONCE), this::numberAll);

    Publisher(
            EventStore events,
            Transactions transactions,
            JdbcClient jdbc,
            EventBus bus,
            Clock clock,
            MeterRegistry meters) {
        this.events = events;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.bus = bus;
        this.clock = clock;
        this.lag = Timer.builder("patchbay.realtime.numbering.lag")
                .description("From the moment an event is written until it has its number")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void written(UUID workspaceId) {
        numbering.ask(workspaceId);
    }

    /// Numbers what a node left behind that died between commit and numbering.
    void sweep() {
        Tenancy.globally(() -> transactions.read(() -> jdbc.sql("select lookup_workspaces_with_unnumbered_outbox()")
                        .query(UUID.class)
                        .list()))
                .forEach(numbering::ask);
    }

    private void numberAll(UUID workspaceId) {
        List<NumberedEvent> numbered;
        do {
            numbered = Tenancy.asWorkspace(workspaceId, () -> transactions.write(() -> events.number(BATCH)));
            if (!numbered.isEmpty()) {
                measure(numbered);
                bus.publish(workspaceId, numbered);
            }
        } while (numbered.size() == BATCH);
    }

    private void measure(List<NumberedEvent> numbered) {
        Instant now = clock.instant();
        numbered.forEach(event -> lag.record(Duration.between(event.at(), now)));
    }
}
