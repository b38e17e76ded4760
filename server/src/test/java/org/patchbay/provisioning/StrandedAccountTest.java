package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.webhooks.Twilio;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// An account that this server can not reach any more, because of how it was started: what it needs is told
/// in a sentence, and clearing is always a way out.
class StrandedAccountTest {

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Ada");
    private final Twilio twilio = Twilio.account(server).connectedTo(owner.workspaceId());

    @Test
    void withoutTheSimulatorItIsOnEveryRouteSaysSo() {
        everyRouteAnswersASentence("simulator-missing");
        assertThat(finding("credentials").path("state").asString()).isEqualTo("failed");
    }

    @Test
    void withoutTheSimulatorItIsOnItIsClearedAndToldWhatStays() {
        twilio.number(owner.workspaceId(), "+15005550601");
        Twilio.inside(
                owner.workspaceId(),
                () -> server.bean(TwilioConfigs.class).keepApp("AP00000000000000000000000000000601"));

        assertThat(cleared().path("leftovers").size()).isEqualTo(2);
    }

    @Test
    void withAnotherKeysetEveryRouteSaysSo() {
        loseTheKeyset();

        everyRouteAnswersASentence("twilio-credentials-unreadable");
        assertThat(finding("credentials").path("state").asString()).isEqualTo("failed");
        JsonNode configuration = owner.get("/api/twilio/configuration").json();
        assertThat(configuration.path("state").asString()).isEqualTo("attention");
        assertThat(configuration.path("accountSid").asString()).isEqualTo(twilio.accountSid());
    }

    @Test
    void withAnotherKeysetItIsClearedAndToldWhatStays() {
        twilio.number(owner.workspaceId(), "+15005550602");
        loseTheKeyset();

        assertThat(cleared().path("leftovers").size()).isEqualTo(1);
    }

    @Test
    void withAnotherKeysetADeliveryIsPutOffAndNotRefused() {
        loseTheKeyset();
        String path = "/api/twilio/" + owner.workspaceId() + "/sms/inbound";

        assertThat(twilio.post(path, twilio.form("MessageSid", "SM1")).statusCode())
                .isEqualTo(503);
    }

    private void everyRouteAnswersASentence(String problem) {
        for (Visitor.Answer answer : List.of(
                owner.post("/api/numbers/sync", null),
                owner.post("/api/twilio/rotate-token", null),
                owner.get("/api/numbers/available"),
                owner.post("/api/numbers", Map.of("phoneNumber", "+14155550199")),
                owner.put("/api/twilio/auth-token", Map.of("authToken", "0123456789abcdef0123456789abcdef")))) {
            assertThat(answer.problem()).as(answer.response().uri().getPath()).isEqualTo(problem);
            assertThat(answer.status()).isBetween(400, 499);
        }
        assertThat(owner.post("/api/twilio/verify", null)
                        .json()
                        .at("/problem/type")
                        .asString())
                .endsWith(problem);
        assertThat(owner.get("/api/twilio/configuration").status()).isEqualTo(200);
        assertThat(owner.get("/api/voice/token").status()).isEqualTo(problem.startsWith("sim") ? 409 : 422);
        assertThat(owner.post("/api/twilio/diagnostics", null).status()).isEqualTo(200);
    }

    private JsonNode finding(String name) {
        return owner.post("/api/twilio/diagnostics", null)
                .json()
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("check").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode cleared() {
        assertThat(owner.post("/api/twilio/clear-configuration", null).status()).isEqualTo(202);
        Eventually.until(
                "the run is over", () -> !run().path("state").asString().equals("running"));
        assertThat(run().path("state").asString()).isEqualTo("done");
        assertThat(owner.get("/api/twilio/configuration").json().path("state").asString())
                .isEqualTo("none");
        return run();
    }

    private JsonNode run() {
        return owner.get("/api/twilio/configuration").json().path("run");
    }

    /// What is stored was encrypted with a key that is not there.
    private void loseTheKeyset() {
        Twilio.inside(
                owner.workspaceId(),
                () -> server.bean(Transactions.class)
                        .write(() -> server.bean(JdbcClient.class)
                                .sql(
                                        "update workspace_twilio_config set auth_token = '\\x00010203' where workspace_id = ?")
                                .param(Tenancy.workspaceId())
                                .update()));
    }
}
