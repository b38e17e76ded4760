package org.patchbay.workspaces;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes workspaces, and keeps what they are called and where they are.
@Component
public class Workspaces {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String DEFAULT_COUNTRY = "US";
    private static final String DEFAULT_ZONE = "UTC";

    private final JdbcClient jdbc;
    private final MemberStore members;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Workspaces(
            JdbcClient jdbc,
            MemberStore members,
            Transactions transactions,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.transactions = transactions;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /// Whether there is any workspace yet. In the running transaction, of whatever scope.
    public boolean none() {
        return jdbc.sql("select lookup_workspace_ids() limit 1")
                .query(UUID.class)
                .optional()
                .isEmpty();
    }

    /// Makes a workspace with its owner, in a transaction of its own.
    ///
    /// @param owner already stored
    /// @param country null for the default
    /// @param timeZone null for the default
    public Workspace create(User owner, String name, @Nullable String country, @Nullable String timeZone) {
        checkPlace(country, timeZone);
        UUID id = Ids.next();
        return Tenancy.asWorkspace(
                id,
                () -> transactions.write(() -> {
                    UUID memberId = Ids.next();
                    jdbc.sql(
                                    "insert into workspaces (id, name, country, time_zone) values (:id, :name, :country, :zone)")
                            .param("id", id)
                            .param("name", name.strip())
                            .param("country", country == null ? DEFAULT_COUNTRY : country)
                            .param("zone", timeZone == null ? DEFAULT_ZONE : timeZone)
                            .update();
                    members.add(id, memberId, owner.id(), Role.OWNER, clock.instant());
                    events.publishEvent(AuditFact.of("workspace.created")
                            .by(new AuditFact.Actor("member", memberId, owner.name())));
                    return current();
                }));
    }

    /// The bound workspace.
    public Workspace get() {
        return transactions.read(this::current);
    }

    /// Changes the bound workspace; null keeps what is there.
    public Workspace update(@Nullable String name, @Nullable String country, @Nullable String timeZone) {
        checkPlace(country, timeZone);
        return transactions.write(() -> {
            Workspace before = current();
            jdbc.sql("""
                    update workspaces
                    set name = coalesce(:name, name), country = coalesce(:country, country),
                        time_zone = coalesce(:zone, time_zone), updated_at = now()
                    where id = :id""")
                    .param("name", name == null ? null : name.strip())
                    .param("country", country)
                    .param("zone", timeZone)
                    .param("id", before.id())
                    .update();
            Workspace after = current();
            Map<String, Object> changes = changes(before, after);
            if (!changes.isEmpty()) {
                events.publishEvent(AuditFact.of("workspace.updated").with(changes));
                outbox.append("workspace.updated", Audience.everyone(), after);
            }
            return after;
        });
    }

    private Workspace current() {
        return jdbc.sql("select id, name, country, time_zone, created_at from workspaces")
                .query((row, number) -> new Workspace(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("country"),
                        row.getString("time_zone"),
                        row.getTimestamp("created_at").toInstant()))
                .optional()
                .orElseThrow(() -> Problems.NOT_FOUND.because("There is no such workspace among yours."));
    }

    private static Map<String, Object> changes(Workspace before, Workspace after) {
        Map<String, Object> changes = new LinkedHashMap<>();
        note(changes, "name", before.name(), after.name());
        note(changes, "country", before.country(), after.country());
        note(changes, "timeZone", before.timeZone(), after.timeZone());
        return changes;
    }

    private static void note(Map<String, Object> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.put(what, Map.of("from", before, "to", after));
        }
    }

    private static void checkPlace(@Nullable String country, @Nullable String timeZone) {
        if (country != null && !COUNTRIES.contains(country)) {
            throw Problems.invalid("country", "must be a two-letter country code of ISO 3166");
        }
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw Problems.invalid("timeZone", "must be an IANA time zone such as Europe/Berlin");
        }
    }
}
