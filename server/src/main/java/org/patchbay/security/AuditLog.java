package org.patchbay.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Cursor;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Caller;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who did what in a workspace: written in the transaction that does it, never changed. The server's role
/// has no right to update or delete it.
@Component
public class AuditLog {

    private static final AuditFact.Actor SYSTEM = new AuditFact.Actor("system", null, "Patchbay");

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Transactions transactions, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void write(AuditFact fact) {
        AuditFact.Actor actor = fact.actor() != null ? fact.actor() : currentActor();
        AuditFact.Target target = fact.target();
        jdbc.sql("""
                insert into audit_log
                  (workspace_id, id, at, action, actor_kind, actor_id, actor_name,
                   target_kind, target_id, target_name, address, details)
                values (:workspace, :id, :at, :action, :actorKind, :actorId, :actorName,
                        :targetKind, :targetId, :targetName, :address, :details::jsonb)""")
                .param("workspace", Tenancy.workspaceId())
                .param("id", Ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("action", fact.action())
                .param("actorKind", actor.kind())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("targetKind", target == null ? null : target.kind())
                .param("targetId", target == null ? null : target.id())
                .param("targetName", target == null ? null : target.name())
                .param("address", Caller.current().map(Caller::address).orElse(null))
                .param("details", json.writeValueAsString(fact.details()))
                .update();
    }

    /// Entries of the bound workspace, newest first.
    ///
    /// @param action this one, or all that begin with it and a dot; null for all
    /// @param actor null for all
    public Page<AuditEntry> page(@Nullable String cursor, int limit, @Nullable String action, @Nullable UUID actor) {
        UUID before = Cursor.decodeId(cursor).orElse(null);
        List<AuditEntry> rows = transactions.read(() -> jdbc.sql("""
                select * from audit_log
                where (cast(:before as uuid) is null or id < :before)
                  and (cast(:action as text) is null or action = :action or action like :action || '.%')
                  and (cast(:actor as uuid) is null or actor_id = :actor)
                order by id desc limit :limit""")
                .param("before", before)
                .param("action", action)
                .param("actor", actor)
                .param("limit", limit + 1)
                .query(this::read)
                .list());
        return Page.of(rows, limit, entry -> List.of(entry.id().toString()));
    }

    private static AuditFact.Actor currentActor() {
        Optional<Caller> caller = Caller.current();
        return switch (caller.orElse(null)) {
            case Caller.Member member -> new AuditFact.Actor("member", member.memberId(), member.name());
            case Caller.Program program -> new AuditFact.Actor("api-key", program.apiKeyId(), program.name());
            case Caller.Person person -> new AuditFact.Actor("member", null, person.name());
            case Caller.Anonymous anonymous -> SYSTEM;
            case null -> SYSTEM;
        };
    }

    private AuditEntry read(ResultSet row, int number) throws SQLException {
        String targetKind = row.getString("target_kind");
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("action"),
                new AuditEntry.Actor(
                        row.getString("actor_kind"),
                        row.getObject("actor_id", UUID.class),
                        row.getString("actor_name")),
                targetKind == null
                        ? null
                        : new AuditEntry.Target(targetKind, row.getString("target_id"), row.getString("target_name")),
                row.getString("address"),
                json.readTree(row.getString("details")));
    }
}
