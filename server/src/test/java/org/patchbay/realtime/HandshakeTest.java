package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;

class HandshakeTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void aPageOfAnotherOriginIsRefused() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        assertThat(TestDesk.refusal(TestDesk.connect(owner, owner.workspaceId(), null, "https://evil.example")))
                .isEqualTo(403);
        assertThat(TestDesk.refusal(TestDesk.connect(owner, owner.workspaceId(), null, "null")))
                .isEqualTo(403);
    }

    @Test
    void whoIsNotSignedInIsRefused() {
        Visitor nobody = new Visitor(server);
        assertThat(TestDesk.refusal(TestDesk.connect(nobody, UUID.randomUUID(), null, TestDesk.originOf(nobody))))
                .isEqualTo(401);
    }

    @Test
    void aForeignWorkspaceIsNotThere() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        UUID foreign = Visitor.owner(server, "Olive Owner").workspaceId();
        assertThat(TestDesk.refusal(TestDesk.connect(owner, foreign, null, TestDesk.originOf(owner))))
                .isEqualTo(404);
        assertThat(TestDesk.refusal(TestDesk.connect(owner, UUID.randomUUID(), null, TestDesk.originOf(owner))))
                .isEqualTo(404);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        assertThat(TestDesk.refusal(TestDesk.connect(owner, owner.workspaceId(), -1L, TestDesk.originOf(owner))))
                .isEqualTo(400);
    }

    @Test
    void aPlainGetIsToldThatThisIsAWebSocket() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        Visitor.Answer answer = owner.raw("GET", "/api/realtime?workspace=" + owner.workspaceId(), null, Map.of());
        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.problem()).isEqualTo("websocket-expected");
        assertThat(answer.header("Upgrade")).hasValue("websocket");
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aRefusedOriginIsAProblemAndNotSomeFiltersPlainText() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        WebSocketHandshakeException refused =
                TestDesk.refused(TestDesk.connect(owner, owner.workspaceId(), null, "https://evil.example"));
        assertThat(refused.getResponse().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
