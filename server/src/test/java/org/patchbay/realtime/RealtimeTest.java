package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Audience;
import org.patchbay.kernel.access.Permission;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import tools.jackson.databind.JsonNode;

class RealtimeTest {

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Olive Owner");

    @Test
    void aFreshDeskGetsHelloAndTheStateAsItIs() {
        TestDesk desk = TestDesk.open(owner);
        JsonNode snapshot = desk.await("snapshot");
        JsonNode hello = desk.frames().getFirst();
        assertThat(TestDesk.type(hello)).isEqualTo("hello");
        assertThat(hello.get("data").get("resumed").asBoolean()).isFalse();
        assertThat(hello.get("data").get("heartbeatSeconds").asInt()).isEqualTo(20);
        assertThat(snapshot.get("seq")).isEqualTo(hello.get("seq"));
        JsonNode me = snapshot.get("data").get("presence").get(0);
        assertThat(me.get("memberId").asString()).isEqualTo(owner.memberId().toString());
        assertThat(me.get("status").asString()).isEqualTo("away");
    }

    @Test
    void aSecondMemberIsSeenToComeToChooseAndToGo() {
        Visitor agent = owner.colleague("Anna Agent", "agent");
        UUID agentId = agent.memberId();
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");

        TestDesk agentsDesk = TestDesk.open(agent);
        desk.awaitPresence(agentId, "away");
        assertThat(agent.put("/api/presence", Map.of("status", "available")).status())
                .isEqualTo(200);
        desk.awaitPresence(agentId, "available");
        agentsDesk.awaitPresence(agentId, "available");

        agentsDesk.close();
        desk.awaitPresence(agentId, "offline");
        assertThat(desk.numbers()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPageThatReloadsOrHasAnotherTabStaysPresent() {
        Visitor agent = owner.colleague("Anna Agent", "agent");
        UUID agentId = agent.memberId();
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        TestDesk before = TestDesk.open(agent);
        desk.awaitPresence(agentId, "away");

        before.cut();
        TestDesk after = TestDesk.open(agent);
        after.await("snapshot");
        Eventually.until(
                "the closed socket's grace is over",
                () -> new DeskSockets(server).of(owner.workspaceId(), agentId) == 1);
        say().event("test.marker", Audience.everyone(), Map.of());
        desk.await("test.marker");
        assertThat(desk.frames("member.presence"))
                .noneMatch(frame -> frame.get("data").get("memberId").asString().equals(agentId.toString())
                        && frame.get("data").get("status").asString().equals("offline"));
    }

    @Test
    void aDeskThatComesBackGetsWhatItMissedWhileOthersWrote() {
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 20; i++) {
                say().event("test.counted", Audience.everyone(), Map.of("round", round, "i", i));
            }
            desk.cut();
            long last = desk.position();
            say().event("test.counted", Audience.everyone(), Map.of("round", round, "i", -1));
            List<Long> before = desk.numbers();
            desk = TestDesk.open(owner, last);
            JsonNode hello = desk.await("hello");
            assertThat(hello.get("data").get("resumed").asBoolean()).isTrue();
            long target = hello.get("seq").asLong();
            TestDesk resumed = desk;
            Eventually.until("it has caught up", () -> resumed.shownUpTo() >= Math.max(target, last + 1));
            assertThat(desk.numbers().getFirst()).isEqualTo(last + 1);
            assertThat(desk.numbers())
                    .containsExactlyElementsOf(LongStream.rangeClosed(last + 1, desk.position())
                            .boxed()
                            .toList());
            assertThat(before).isSorted();
        }
        assertThat(desk.frames("snapshot")).isEmpty();
    }

    @Test
    void whatBecomesTrueAfterTheSessionWasReadIsHeardHoweverLateTheDeskComes() {
        say().event("test.before", Audience.everyone(), Map.of());
        TestDesk earlier = TestDesk.open(owner, 0L);
        earlier.await("test.before");

        long lastEvent = owner.membership().get("lastEvent").asLong();
        say().event("test.between", Audience.everyone(), Map.of());
        earlier.await("test.between");

        TestDesk desk = TestDesk.open(owner, lastEvent);
        desk.await("test.between");
        assertThat(desk.frames("test.before")).isEmpty();
        assertThat(desk.frames("snapshot")).isEmpty();
    }

    @Test
    void aDeskThatWasAwayTooLongOrComesFromElsewhereBeginsAnew() {
        TestDesk first = TestDesk.open(owner);
        first.await("snapshot");
        for (int i = 0; i <= Welcome.MOST_MISSED; i++) {
            say().event("test.missed", Audience.everyone(), Map.of("i", i));
        }
        Eventually.until("all are numbered", () -> first.position() > Welcome.MOST_MISSED);
        for (long after : List.of(0L, 1_000_000L)) {
            TestDesk desk = TestDesk.open(owner, after);
            desk.await("snapshot");
            assertThat(desk.await("hello").get("data").get("resumed").asBoolean())
                    .isFalse();
            assertThat(desk.frames("test.missed")).isEmpty();
        }
    }

    @Test
    void whatAMemberMayNotSeeIsASkip() {
        Visitor agent = owner.colleague("Anna Agent", "agent");
        TestDesk agentsDesk = TestDesk.open(agent);
        TestDesk desk = TestDesk.open(owner);
        agentsDesk.await("snapshot");
        desk.await("snapshot");
        say().event("test.secret", Audience.holding(Permission.AUDIT_READ), Map.of("secret", true));
        say().event("test.marker", Audience.everyone(), Map.of());
        JsonNode secret = desk.await("test.secret");
        agentsDesk.await("test.marker");
        assertThat(agentsDesk.frames("test.secret")).isEmpty();
        assertThat(agentsDesk.frames("skip")).contains(withoutData(secret));
    }

    private static JsonNode withoutData(JsonNode frame) {
        return TestDesk.JSON
                .createObjectNode()
                .put("seq", frame.get("seq").asInt())
                .put("type", "skip");
    }

    @Test
    void aChangeOfRoleTakesEffectOnOpenSocketsAtOnce() {
        Visitor agent = owner.colleague("Anna Agent", "agent");
        TestDesk agentsDesk = TestDesk.open(agent);
        agentsDesk.await("snapshot");
        assertThat(owner.patch("/api/members/" + agent.memberId(), Map.of("role", "admin"))
                        .status())
                .isEqualTo(200);
        say().event("test.for-admins", Audience.holding(Permission.AUDIT_READ), Map.of());
        agentsDesk.await("test.for-admins");
        assertThat(owner.patch("/api/members/" + agent.memberId(), Map.of("role", "agent"))
                        .status())
                .isEqualTo(200);
        say().event("test.for-admins-again", Audience.holding(Permission.AUDIT_READ), Map.of());
        say().event("test.marker", Audience.everyone(), Map.of());
        agentsDesk.await("test.marker");
        assertThat(agentsDesk.frames("test.for-admins-again")).isEmpty();
    }

    @Test
    void aRemovedMembersSocketIsClosed() {
        Visitor agent = owner.colleague("Anna Agent", "agent");
        TestDesk agentsDesk = TestDesk.open(agent);
        agentsDesk.await("snapshot");
        assertThat(owner.delete("/api/members/" + agent.memberId()).status()).isEqualTo(204);
        assertThat(agentsDesk.awaitClose()).isEqualTo(4403);
    }

    @Test
    void signingOutClosesTheDesksOfThatSessionAtOnce() {
        TestDesk desk = TestDesk.open(owner);
        desk.await("hello");
        owner.delete("/api/session");
        assertThat(desk.awaitClose()).isEqualTo(4401);
    }

    @Test
    void pingIsAnsweredAndAnythingElseClosesTheSocket() {
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");
        desk.send("{\"type\":\"ping\"}");
        assertThat(desk.await("heartbeat").get("seq").asLong())
                .isGreaterThanOrEqualTo(desk.await("hello").get("seq").asLong());
        desk.send("{\"type\":\"subscribe\"}");
        assertThat(desk.awaitClose()).isEqualTo(1003);
    }

    private Says say() {
        return new Says(server, owner.workspaceId());
    }
}
