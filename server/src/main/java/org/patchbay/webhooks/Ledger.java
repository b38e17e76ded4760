package org.patchbay.webhooks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.webhooks.Tallies.Key;
import org.patchbay.webhooks.Tallies.Row;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was delivered, as counts per hour in the database.
@Component
class Ledger {

    /// Several nodes write the same rows: in one order, so that none waits for the other in a circle.
    private static final Comparator<Row> ORDER = Comparator.comparing(
            Row::key,
            Comparator.comparing(Key::hour)
                    .thenComparing(Key::verdict)
                    .thenComparing(Key::what)
                    .thenComparing(Key::phoneNumber));

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Ledger(JdbcClient jdbc, Transactions transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /// Adds these counts of one workspace, all or none.
    ///
    /// @throws org.springframework.dao.DataIntegrityViolationException if there is no such workspace any more
    void add(UUID workspaceId, List<Row> rows) {
        Tenancy.asWorkspace(workspaceId, () -> {
            transactions.write(() -> {
                Set<String> ours = ours(rows);
                merged(rows, ours).stream().sorted(ORDER).forEach(this::add);
                rows.stream()
                        .filter(row -> ours.contains(row.key().phoneNumber()))
                        .map(row -> new NumberReached(
                                workspaceId,
                                row.key().phoneNumber(),
                                row.tally().kind(),
                                row.tally().lastAt()))
                        .forEach(events::publishEvent);
            });
            return true;
        });
    }

    /// A number that is not ours, such as one that was called over our app, is not worth a row.
    private static List<Row> merged(List<Row> rows, Set<String> ours) {
        Map<Key, Tallies.Tally> merged = rows.stream()
                .collect(Collectors.toMap(
                        row -> ours.contains(row.key().phoneNumber())
                                ? row.key()
                                : row.key().withoutNumber(),
                        Row::tally,
                        Tallies.Tally::and));
        return merged.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Set<String> ours(List<Row> rows) {
        List<String> numbers = rows.stream()
                .map(row -> row.key().phoneNumber())
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        return new HashSet<>(
                jdbc.sql("select phone_number from twilio_numbers where phone_number = any(cast(:numbers as text[]))")
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private void add(Row row) {
        jdbc.sql("""
                insert into webhook_deliveries as before
                  (workspace_id, hour, verdict, kind, phone_number, count, first_at, last_at, delivered_to, account_sid)
                values (:workspace, :hour, :verdict, :what, :number, :count, :first, :last, :signedFor, :account)
                on conflict (workspace_id, hour, verdict, kind, phone_number) do update set
                  count = before.count + excluded.count,
                  first_at = least(before.first_at, excluded.first_at),
                  last_at = greatest(before.last_at, excluded.last_at),
                  delivered_to = coalesce(excluded.delivered_to, before.delivered_to),
                  account_sid = coalesce(excluded.account_sid, before.account_sid)""")
                .param("workspace", row.key().workspaceId())
                .param("hour", Timestamp.from(row.key().hour()))
                .param("verdict", row.key().verdict())
                .param("what", row.key().what())
                .param("number", row.key().phoneNumber())
                .param("count", row.tally().count())
                .param("first", Timestamp.from(row.tally().firstAt()))
                .param("last", Timestamp.from(row.tally().lastAt()))
                .param("signedFor", row.tally().signedFor())
                .param("account", row.tally().accountSid())
                .update();
    }

    /// Removes the counts of hours that began before that moment, of all workspaces.
    void forgetBefore(Instant moment) {
        List<UUID> workspaces = Tenancy.globally(
                () -> transactions.read(() -> jdbc.sql("select lookup_workspaces_with_deliveries_before(:moment)")
                        .param("moment", Timestamp.from(moment))
                        .query(UUID.class)
                        .list()));
        for (UUID workspaceId : workspaces) {
            Tenancy.asWorkspace(
                    workspaceId,
                    () -> transactions.write(() -> jdbc.sql("delete from webhook_deliveries where hour < :moment")
                            .param("moment", Timestamp.from(moment))
                            .update()));
        }
    }
}
