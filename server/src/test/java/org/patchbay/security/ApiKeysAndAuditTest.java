package org.patchbay.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.TestCluster;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;

class ApiKeysAndAuditTest {

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Owner");

    @Test
    void aKeyIsShownOnceWorksWithItsRoleAndStopsWhenRevoked() {
        Answer made = owner.post("/api/api-keys", Map.of("name", "CRM", "role", "agent"));
        String secret = made.json().path("secret").asString();
        Visitor program = new Visitor(server).with("Authorization", "Bearer " + secret);

        assertThat(program.get("/api/members").status()).isEqualTo(200);
        assertThat(program.get("/api/audit-log").problem()).isEqualTo("forbidden");
        assertThat(program.get("/api/session").problem()).isEqualTo("forbidden");
        assertThat(program.put("/api/presence", Map.of("status", "busy")).problem())
                .isEqualTo("forbidden");

        Answer listed = owner.get("/api/api-keys");
        assertThat(listed.text()).doesNotContain(secret);
        assertThat(listed.json().at("/items/0/lastUsedAt").isNull()).isFalse();
        assertThat(secret).startsWith(listed.json().at("/items/0/prefix").asString());

        String id = made.json().at("/apiKey/id").asString();
        assertThat(owner.delete("/api/api-keys/" + id).status()).isEqualTo(204);
        assertThat(program.get("/api/members").problem()).isEqualTo("sign-in-required");
    }

    @Test
    void theSecretIsStoredOnlyAsAHash() {
        String secret = owner.post("/api/api-keys", Map.of("name", "CRM", "role", "agent"))
                .json()
                .path("secret")
                .asString();
        assertThat(TestCluster.dump(server.urls(), "api_keys")).doesNotContain(secret.substring(10));
    }

    @Test
    void nobodyMakesAKeyAboveThemselves() {
        Visitor admin = owner.colleague("Admin", "admin");
        assertThat(admin.post("/api/api-keys", Map.of("name", "k", "role", "owner"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(admin.post("/api/api-keys", Map.of("name", "k", "role", "admin"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theAuditLogSaysWhoDidWhatNewestFirst() {
        Visitor agent = owner.colleague("Agent", "agent");
        owner.patch("/api/members/" + agent.memberId(), Map.of("role", "supervisor"));

        Answer log = owner.get("/api/audit-log?action=member");

        assertThat(log.json().path("items").findValuesAsString("action"))
                .containsExactly("member.role-changed", "member.joined", "member.invited");
        assertThat(log.json().at("/items/0/actor/name").asString()).isEqualTo("Owner");
        assertThat(log.json().at("/items/0/target/name").asString()).isEqualTo("Agent");
        assertThat(log.json().at("/items/0/details/to").asString()).isEqualTo("supervisor");
        assertThat(log.json().at("/items/0/address").asString()).isNotEmpty();
        assertThat(log.json().at("/items/1/actor/name").asString()).isEqualTo("Agent");
    }

    @Test
    void signInsAndRefusedOnesAreInTheLogOfTheWorkspace() {
        new Visitor(server).post("/api/session", Map.of("email", owner.email(), "password", "wrong password"));
        assertThat(owner.get("/api/audit-log?action=session")
                        .json()
                        .path("items")
                        .findValuesAsString("action"))
                .startsWith("session.refused")
                .contains("session.signed-in");
    }

    @Test
    void theLogIsPagedByCursorWithoutGapsOrRepeats() {
        for (int i = 0; i < 7; i++) {
            owner.patch("/api/workspace", Map.of("name", "Name " + i));
        }
        List<String> whole =
                owner.get("/api/audit-log?limit=200").json().path("items").findValuesAsString("at");
        List<String> paged = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Answer page = owner.get("/api/audit-log?limit=3" + cursor);
            paged.addAll(page.json().path("items").findValuesAsString("at"));
            cursor = page.json().path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.json().path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void theServersRoleCanNeitherChangeNorDeleteTheLog() {
        for (String sql : List.of("update audit_log set action = 'x'", "delete from audit_log", "truncate audit_log")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> TestCluster.execute(server.urls().server(), sql))
                    .hasRootCauseMessage("ERROR: permission denied for table audit_log");
        }
    }

    @Test
    void noSecretIsInTheLog() {
        String secret = owner.post("/api/api-keys", Map.of("name", "CRM", "role", "agent"))
                .json()
                .path("secret")
                .asString();
        String link = owner.post("/api/invitations", Map.of("email", Visitor.address("x"), "role", "agent"))
                .json()
                .at("/delivery/link")
                .asString();
        assertThat(TestCluster.dump(server.urls(), "audit_log"))
                .doesNotContain(secret)
                .doesNotContain(Visitor.tokenOf(link))
                .doesNotContain(Visitor.PASSWORD);
    }
}
