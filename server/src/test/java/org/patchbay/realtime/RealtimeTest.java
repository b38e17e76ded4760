package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.TestServer;
import org.patchbay.testing.TestBrowser;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealtimeTest {

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aFreshDeskGetsHelloAndTheStateAsItIs() {
        TestBrowser owner = TestBrowser.owner(server.address());
        TestDesk desk = TestDesk.open(owner);

        JsonNode snapshot = desk.await("snapshot");
        assertThat(TestDesk.type(desk.frames().getFirst())).isEqualTo("hello");
        JsonNode hello = desk.frames().getFirst();
        assertThat(hello.get("data").get("resumed").asBoolean()).isFalse();
        assertThat(hello.get("data").get("heartbeatSeconds").asInt()).isEqualTo(20);
        assertThat(snapshot.get("seq")).isEqualTo(hello.get("seq"));
        JsonNode me = snapshot.get("data").get("presence").get(0);
        assertThat(me.get("memberId").asString()).isEqualTo(owner.memberId().toString());
        assertThat(me.get("status").asString()).isEqualTo("away");
    }

    @Test
    void aSecondMemberIsSeenToComeToChooseAndToGo() {
        TestBrowser owner = TestBrowser.owner(server.address());
        TestBrowser agent = owner.colleague("agent");
        UUID agentId = agent.memberId();
        TestDesk desk = TestDesk.open(owner);
        desk.await("snapshot");

        TestDesk agentsDesk = TestDesk.open(agent);
        desk.awaitPresence(agentId, "away");
        agent.require(200, agent.send("PUT", "/api/presence", Map.of("status", "available")));
        desk.awaitPresence(agentId, "available");
        agentsDesk.awaitPresence(agentId, "available");

        agentsDesk.close();
        desk.awaitPresence(agentId, "offline");
        assertThat(desk.numbers()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void signingOutClosesTheDesksOfThatSessionAtOnce() {
        TestBrowser owner = TestBrowser.owner(server.address());
        TestDesk desk = TestDesk.open(owner);
        desk.await("hello");
        owner.send("DELETE", "/api/session", null);
        assertThat(desk.awaitClose()).isEqualTo(4401);
    }

    @Test
    void pingIsAnsweredAndAnythingElseClosesTheSocket() {
        TestDesk desk = TestDesk.open(TestBrowser.owner(server.address()));
        desk.await("hello");
        desk.send("{\"type\":\"ping\"}");
        JsonNode heartbeat = desk.await("heartbeat");
        assertThat(heartbeat.get("seq").asLong()).isEqualTo(desk.position());
        desk.send("{\"type\":\"subscribe\"}");
        assertThat(desk.awaitClose()).isEqualTo(1003);
    }
}
