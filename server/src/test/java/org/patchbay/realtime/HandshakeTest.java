package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.TestServer;
import org.patchbay.testing.TestBrowser;

class HandshakeTest {

    private final TestServer server = TestServer.shared();

    @Test
    void aPageOfAnotherOriginIsRefused() {
        TestBrowser owner = TestBrowser.owner(server.address());
        assertThat(TestDesk.refusal(TestDesk.connect(owner, owner.workspaceId(), null, "https://evil.example")))
                .isEqualTo(403);
        assertThat(TestDesk.refusal(TestDesk.connect(owner, owner.workspaceId(), null, "null")))
                .isEqualTo(403);
    }

    @Test
    void whoIsNotSignedInIsRefused() {
        assertThat(TestDesk.refusal(TestDesk.connect(
                        new TestBrowser(server.address()), UUID.randomUUID(), null, TestServer.ORIGIN)))
                .isEqualTo(401);
    }

    @Test
    void aForeignWorkspaceIsNotThere() {
        TestBrowser owner = TestBrowser.owner(server.address());
        UUID foreign = TestBrowser.owner(server.address()).workspaceId();
        assertThat(TestDesk.refusal(TestDesk.connect(owner, foreign, null, TestServer.ORIGIN)))
                .isEqualTo(404);
        assertThat(TestDesk.refusal(TestDesk.connect(owner, UUID.randomUUID(), null, TestServer.ORIGIN)))
                .isEqualTo(404);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        TestBrowser owner = TestBrowser.owner(server.address());
        assertThat(TestDesk.refusal(TestDesk.connect(owner, owner.workspaceId(), -1L, TestServer.ORIGIN)))
                .isEqualTo(400);
    }

    @Test
    void aPlainGetIsToldThatThisIsAWebSocket() {
        TestBrowser owner = TestBrowser.owner(server.address());
        HttpResponse<String> answer = owner.send("GET", "/api/realtime?workspace=" + owner.workspaceId(), null);
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Upgrade")).hasValue("websocket");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(TestBrowser.json(answer).get("type").asString())
                .isEqualTo("urn:patchbay:problem:websocket-expected");
    }
}
