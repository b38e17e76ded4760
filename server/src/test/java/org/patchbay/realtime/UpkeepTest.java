package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.TestServer;
import org.patchbay.database.Audience;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.testing.TestBrowser;
import org.patchbay.testing.TestCluster;
import org.patchbay.testing.TurnableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What happens by the clock, between nodes, and when one of them dies.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpkeepTest {

    private final DatabaseUrls urls = TestCluster.scratch();
    private final TurnableClock clock = new TurnableClock();
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(urls, clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aSilentDeskHearsAHeartbeat() {
        TestDesk desk = TestDesk.open(TestBrowser.owner(server.address()));
        desk.await("member.presence");
        clock.turn(Duration.ofSeconds(20));
        assertThat(desk.await("heartbeat").get("seq").asLong()).isEqualTo(desk.position());
    }

    @Test
    void anEventWhoseNodeDiedBeforeNumberingItArrivesAllTheSame() {
        TestBrowser owner = TestBrowser.owner(server.address());
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        in(owner.workspaceId(), """
                insert into outbox (workspace_id, id, type, at, audience, data)
                values (:workspace, :id, 'test.orphan', now(), '{}', '{}')""");
        clock.turn(Duration.ofSeconds(10));
        desk.await("test.orphan");
    }

    @Test
    void aMemberWhoseNodeDiedGoesOffline() {
        TestBrowser owner = TestBrowser.owner(server.address());
        TestBrowser agent = owner.colleague("agent");
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        UUID agentId = agent.memberId();
        server.get(DeskPresence.class)
                .arrived(new Visit(
                        Ids.next(),
                        owner.workspaceId(),
                        agentId,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        java.util.OptionalLong.empty()));
        desk.awaitPresence(agentId, "away");
        clock.turn(DeskPresence.STALE.plusSeconds(1));
        desk.awaitPresence(agentId, "offline");
    }

    @Test
    void aMemberWhoseNodeStoodStillTooLongComesBackByItself() {
        TestBrowser owner = TestBrowser.owner(server.address());
        TestDesk desk = TestDesk.open(owner);
        desk.awaitPresence(owner.memberId(), "away");
        clock.turn(DeskPresence.STALE.plusSeconds(1));
        server.get(DeskPresence.class).sweepStale();
        clock.turn(Frames.HEARTBEAT);
        desk.awaitPresence(owner.memberId(), "away");
        assertThat(new DeskSockets(server).of(owner.workspaceId(), owner.memberId()))
                .isEqualTo(1);
    }

    @Test
    void whatTheBusLostIsReadFromTheOutboxAndASessionThatEndedElsewhereIsNoticed() {
        TestBrowser owner = TestBrowser.owner(server.address());
        try (TestServer other = TestServer.start(urls, clock)) {
            TestDesk desk = TestDesk.open(owner);
            desk.await("snapshot");
            new Says(other, owner.workspaceId()).event("test.elsewhere", Audience.everyone(), Map.of());
            clock.turn(Frames.HEARTBEAT);
            desk.await("test.elsewhere");
            assertThat(desk.numbers()).isSorted().doesNotHaveDuplicates();

            in(owner.workspaceId(), "delete from sessions where :workspace is not null and :id is not null");
            clock.turn(Frames.HEARTBEAT);
            assertThat(desk.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void aServerThatGoesDownSendsItsDesksAwayAndTheirMembersGoOffline() {
        TestBrowser owner = TestBrowser.owner(server.address());
        TestBrowser agent = owner.colleague("agent");
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        TestDesk elsewhere;
        try (TestServer other = TestServer.start(urls, clock)) {
            elsewhere = TestDesk.open(agent.at(other.address()));
            elsewhere.await("snapshot");
        }
        assertThat(elsewhere.awaitClose()).isEqualTo(1001);
        clock.turn(DeskPresence.GRACE);
        clock.turn(Frames.HEARTBEAT);
        desk.awaitPresence(agent.memberId(), "offline");
    }

    private void in(UUID workspaceId, String sql) {
        Tenancy.asWorkspace(
                workspaceId,
                () -> server.get(Transactions.class)
                        .write(() -> server.get(JdbcClient.class)
                                .sql(sql)
                                .param("workspace", workspaceId)
                                .param("id", Ids.next())
                                .update()));
    }
}
