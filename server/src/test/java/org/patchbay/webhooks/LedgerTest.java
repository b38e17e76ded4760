package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;
import org.patchbay.database.TestDatabase;
import org.patchbay.kernel.Ids;
import org.springframework.dao.DataIntegrityViolationException;

class LedgerTest {

    private static final TestDatabase DATABASE = TestDatabase.scratch();
    private static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");
    private static final String OURS = "+15005550001";

    private final List<Object> published = new ArrayList<>();
    private final Ledger ledger = new Ledger(DATABASE.jdbc(), DATABASE.transactions(), published::add);
    private final UUID workspace = DATABASE.workspace();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void countsAddUpInTheirHour() {
        ledger.add(workspace, call(OURS, NOW));
        ledger.add(workspace, call(OURS, NOW.plusSeconds(60)));
        ledger.add(workspace, call(OURS, NOW.plus(Duration.ofHours(1))));

        assertThat(rows()).containsExactlyInAnyOrder("voice  2", "voice  1");
        assertThat(week(NOW.plus(Duration.ofHours(1))).accepted())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.count()).isEqualTo(3);
                    assertThat(row.lastAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
                });
    }

    @Test
    void eachOfOurNumbersThatWasReachedIsPublishedAndNobodyElses() {
        have(OURS);

        ledger.add(workspace, call(OURS, NOW));
        ledger.add(workspace, call("+15005550002", NOW));

        assertThat(published).containsExactly(new NumberReached(workspace, OURS, WebhookKind.VOICE, NOW));
        assertThat(rows()).containsExactlyInAnyOrder("voice " + OURS + " 1", "voice  1");
    }

    @Test
    void whatAListenerCanNotKeepIsNotCountedEither() {
        have(OURS);
        Ledger refused = new Ledger(DATABASE.jdbc(), DATABASE.transactions(), event -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(() -> refused.add(workspace, call(OURS, NOW))).hasMessage("no");
        assertThat(rows()).isEmpty();
    }

    @Test
    void aWorkspaceThatIsGoneIsNotCountedFor() {
        UUID gone = Ids.next();
        Tallies tallies = new Tallies(10);
        tallies.add(new Tallies.Key(gone, NOW, "wrong-token", "/path", ""), one(NOW));
        assertThatThrownBy(() -> ledger.add(gone, tallies.drain().getOrDefault(gone, List.of())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void countsAreForgottenAfterAWeekInAllWorkspaces() {
        UUID other = DATABASE.workspace();
        Instant weekAgo = NOW.minus(LedgerUpkeep.KEPT);
        ledger.add(workspace, call(OURS, weekAgo.minus(Duration.ofHours(1))));
        ledger.add(workspace, call(OURS, NOW));
        ledger.add(other, rowsOf(other, weekAgo.minus(Duration.ofHours(1))));

        assertThat(week(NOW).accepted().getFirst().count()).isEqualTo(1);
        ledger.forgetBefore(weekAgo);

        assertThat(rows()).containsExactly("voice  1");
        assertThat(rows(other)).isEmpty();
    }

    private Deliveries.Week week(Instant at) {
        Deliveries deliveries =
                new Deliveries(DATABASE.jdbc(), DATABASE.transactions(), Clock.fixed(at, ZoneOffset.UTC));
        return Tenancy.asWorkspace(workspace, deliveries::week);
    }

    private void have(String number) {
        Tenancy.asWorkspace(
                workspace,
                () -> DATABASE.transactions()
                        .write(() -> DATABASE.jdbc()
                                .sql("""
                        insert into twilio_numbers
                          (workspace_id, id, sid, phone_number, friendly_name, can_voice, can_sms, can_mms)
                        values (?, ?, ?, ?, 'Front desk', true, true, true)""")
                                .params(List.of(workspace, Ids.next(), "PN1", number))
                                .update()));
    }

    private List<Tallies.Row> call(String to, Instant at) {
        Tallies tallies = new Tallies(10);
        Parameters params = new Parameters(Map.of("To", List.of(to), "Direction", List.of("inbound")));
        tallies.accepted(new Delivery(WebhookKind.VOICE, workspace, "AC1", params, Parameters.NONE, "/"), at);
        return tallies.drain().getOrDefault(workspace, List.of());
    }

    private static List<Tallies.Row> rowsOf(UUID workspace, Instant at) {
        return List.of(new Tallies.Row(new Tallies.Key(workspace, at, "wrong-token", "/path", ""), one(at)));
    }

    private static Tallies.Tally one(Instant at) {
        return new Tallies.Tally(1, at, at, WebhookKind.VOICE, null, null);
    }

    private List<String> rows() {
        return rows(workspace);
    }

    private static List<String> rows(UUID workspace) {
        return Tenancy.asWorkspace(
                workspace,
                () -> DATABASE.transactions()
                        .read(() -> DATABASE.jdbc()
                                .sql("select kind || ' ' || phone_number || ' ' || count from webhook_deliveries")
                                .query(String.class)
                                .list()));
    }
}
