package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.twilio.Aspect;
import org.patchbay.webhooks.Twilio;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What runs and checks leave behind.
class RunUpkeepTest {

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Ada");
    private final Twilio twilio = Twilio.account(server).connectedTo(owner.workspaceId());

    @Test
    void whatWasDoneAndFoundLongAgoIsForgotten() {
        Instant longAgo = server.clock().instant().minus(RunStore.KEPT).minus(Duration.ofHours(1));
        run("done", longAgo);
        sql("""
                insert into provisioning_checks (workspace_id, id, first_at, at, state)
                values (:workspace, :id, :at, :at, 'ok')""", longAgo);

        owner.post("/api/twilio/verify", null);
        owner.post("/api/twilio/clear-configuration", null);

        assertThat(count("provisioning_checks")).isEqualTo(1);
        assertThat(count("provisioning_runs")).isEqualTo(1);
    }

    @Test
    void whatIsFoundAgainAndAgainIsOneRow() {
        for (int i = 0; i < 5; i++) {
            owner.post("/api/twilio/verify", null);
        }

        assertThat(count("provisioning_checks")).isEqualTo(1);
    }

    /// Nothing else could be done to the account any more.
    @Test
    void aRunWhoseJobWasLostIsStoppedAllTheSame() {
        run("running", server.clock().instant());
        assertThat(owner.post("/api/twilio/repair", Map.of("takeOver", false)).problem())
                .isEqualTo("twilio-busy");

        assertThat(owner.post("/api/twilio/stop", null).status()).isEqualTo(204);

        Eventually.until(
                "it is stopped",
                () -> owner.get("/api/twilio/configuration")
                        .json()
                        .at("/run/state")
                        .asString()
                        .equals("stopped"));
    }

    /// Else the desks of all admins would be dropped as too slow, again and again.
    @Test
    void anEventOfThousandsOfDifferencesIsShort() {
        List<Difference> many = IntStream.range(0, 9_000)
                .mapToObj(i ->
                        Difference.of(Subject.NUMBER, Aspect.SMS_URL, "https://new.example", "https://old.example"))
                .toList();
        Instant now = Instant.EPOCH;
        Check check = new Check(Ids.next(), now, now, null, CheckState.DRIFT, many, null);

        assertThat(check.brief().differences()).hasSize(Check.BRIEFLY);
    }

    private void run(String state, Instant at) {
        sql("""
                insert into provisioning_runs (workspace_id, id, kind, state, started_by, started_at, steps)
                values (:workspace, :id, 'repair', '%s', 'Ada', :at,
                        '[{"name": "credentials", "state": "waiting", "done": 0, "failed": 0, "asking": 0}]')""".formatted(state), at);
    }

    private void sql(String sql, Instant at) {
        Twilio.inside(
                owner.workspaceId(),
                () -> server.bean(Transactions.class)
                        .write(() -> server.bean(JdbcClient.class)
                                .sql(sql)
                                .param("workspace", Tenancy.workspaceId())
                                .param("id", Ids.lowestAt(at))
                                .param("at", Timestamp.from(at))
                                .update()));
    }

    private int count(String table) {
        return Tenancy.asWorkspace(
                owner.workspaceId(),
                () -> server.bean(Transactions.class)
                        .read(() -> server.bean(JdbcClient.class)
                                .sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single()));
    }
}
