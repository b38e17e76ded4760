package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.database.Audience;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.SettableClock;
import org.patchbay.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What happens by the clock, between nodes, and when one of them dies.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpkeepTest {

    private final RunningServer server = RunningServer.start(Map.of());
    private final SettableClock clock = server.clock();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aSilentDeskHearsAHeartbeat() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        TestDesk desk = TestDesk.open(owner);
        desk.awaitPresence(owner.memberId(), "away");
        clock.advance(Duration.ofSeconds(20));
        assertThat(desk.await("heartbeat").get("seq").asLong()).isEqualTo(desk.position());
    }

    @Test
    void aDeskThatComesWhileItIsLookedWhoseSessionHasEndedStays() throws InterruptedException {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        TestDesk.open(owner).await("snapshot");
        List<Visitor> team = Stream.generate(() -> owner.colleague("Anna Agent", "agent"))
                .limit(10)
                .toList();
        Rounds rounds = server.bean(Rounds.class);
        AtomicBoolean here = new AtomicBoolean();
        Thread looking = Thread.startVirtualThread(() -> {
            while (!here.get()) {
                rounds.check();
            }
        });
        try {
            List<TestDesk> desks = team.stream().map(TestDesk::open).toList();
            desks.forEach(desk -> desk.await("snapshot"));
            assertThat(desks).allMatch(desk -> desk.open());
        } finally {
            here.set(true);
            looking.join();
        }
    }

    @Test
    void anEventWhoseNodeDiedBeforeNumberingItArrivesAllTheSame() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        in(owner.workspaceId(), """
                insert into outbox (workspace_id, id, type, at, audience, data)
                values (:workspace, :id, 'test.orphan', now(), '{}', '{}')""");
        clock.advance(Duration.ofSeconds(10));
        desk.await("test.orphan");
    }

    @Test
    void aMemberWhoseNodeDiedGoesOffline() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        Visitor agent = owner.colleague("Anna Agent", "agent");
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        UUID agentId = agent.memberId();
        server.bean(DeskPresence.class)
                .arrived(new Visit(
                        Ids.next(),
                        owner.workspaceId(),
                        agentId,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        OptionalLong.empty()));
        desk.awaitPresence(agentId, "away");
        clock.advance(DeskPresence.STALE.plusSeconds(1));
        desk.awaitPresence(agentId, "offline");
    }

    @Test
    void aMemberWhoseNodeStoodStillTooLongComesBackByItself() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        TestDesk desk = TestDesk.open(owner);
        desk.awaitPresence(owner.memberId(), "away");
        // Not by the clock: it would wake the node before the sweep.
        in(
                owner.workspaceId(),
                "update desk_sockets set seen_at = seen_at - interval '1 hour'"
                        + " where workspace_id = :workspace and :id is not null");
        server.bean(DeskPresence.class).sweepStale();
        desk.awaitPresence(owner.memberId(), "offline");
        clock.advance(Frames.HEARTBEAT);
        desk.awaitPresence(owner.memberId(), "away");
        assertThat(new DeskSockets(server).of(owner.workspaceId(), owner.memberId()))
                .isEqualTo(1);
    }

    @Test
    void whatTheBusLostIsReadFromTheOutboxAndASessionThatEndedElsewhereIsNoticed() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        try (RunningServer other = server.another()) {
            TestDesk desk = TestDesk.open(owner);
            desk.await("snapshot");
            new Says(other, owner.workspaceId()).event("test.elsewhere", Audience.everyone(), Map.of());
            clock.advance(Frames.HEARTBEAT);
            desk.await("test.elsewhere");
            assertThat(desk.numbers()).isSorted().doesNotHaveDuplicates();

            in(owner.workspaceId(), "delete from sessions where :workspace is not null and :id is not null");
            clock.advance(Frames.HEARTBEAT);
            assertThat(desk.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void aServerThatGoesDownSendsItsDesksAwayAndTheirMembersGoOffline() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        Visitor agent = owner.colleague("Anna Agent", "agent");
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        TestDesk elsewhere;
        try (RunningServer other = server.another()) {
            elsewhere = TestDesk.open(agent.at(other));
            elsewhere.await("snapshot");
        }
        assertThat(elsewhere.awaitClose()).isEqualTo(1001);
        clock.advance(DeskPresence.GRACE);
        clock.advance(Frames.HEARTBEAT);
        desk.awaitPresence(agent.memberId(), "offline");
    }

    private void in(UUID workspaceId, String sql) {
        Tenancy.asWorkspace(
                workspaceId,
                () -> server.bean(Transactions.class)
                        .write(() -> server.bean(JdbcClient.class)
                                .sql(sql)
                                .param("workspace", workspaceId)
                                .param("id", Ids.next())
                                .update()));
    }
}
