package org.patchbay.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Cursor;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.Secret;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.kernel.access.Caller;
import org.patchbay.kernel.access.Role;
import org.patchbay.workspaces.Members;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Access for programs: a secret that stands for a role in one workspace. Shown once, kept as a hash.
@Component
public class ApiKeys {

    private static final String MARK = "pbk_";
    private static final int PREFIX_LENGTH = MARK.length() + 6;

    /// A new key with its secret.
    public record Created(ApiKey apiKey, String secret) {
        @Override
        public String toString() {
            return "Created[" + apiKey.id() + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public Created create(Caller.InWorkspace caller, String name, Role role) {
        Members.checkReach(caller, role);
        String secret = MARK + Secret.random();
        ApiKey key = new ApiKey(
                Ids.next(),
                name.strip(),
                role,
                secret.substring(0, PREFIX_LENGTH),
                clock.instant(),
                caller.name(),
                null);
        transactions.write(() -> {
            jdbc.sql("""
                    insert into api_keys
                      (workspace_id, id, name, role, prefix, secret_hash, created_by, created_by_name, created_at)
                    values (:workspace, :id, :name, :role, :prefix, :hash, :createdBy, :createdByName, :createdAt)""")
                    .param("workspace", caller.workspaceId())
                    .param("id", key.id())
                    .param("name", key.name())
                    .param("role", role.code())
                    .param("prefix", key.prefix())
                    .param("hash", Secret.hash(secret))
                    .param("createdBy", caller instanceof Caller.Member ? caller.actorId() : null)
                    .param("createdByName", caller.name())
                    .param("createdAt", Timestamp.from(key.createdAt()))
                    .update();
            events.publishEvent(AuditFact.of("api-key.created", target(key)).with(Map.of("role", role.code())));
        });
        return new Created(key, secret);
    }

    /// Keys of the bound workspace, newest first.
    public Page<ApiKey> page(@Nullable String cursor, int limit) {
        UUID before = Cursor.decodeId(cursor).orElse(null);
        List<ApiKey> rows = transactions.read(() -> jdbc.sql("""
                select id, name, role, prefix, created_at, created_by_name, last_used_at from api_keys
                where cast(:before as uuid) is null or id < :before
                order by id desc limit :limit""")
                .param("before", before)
                .param("limit", limit + 1)
                .query(ApiKeys::read)
                .list());
        return Page.of(rows, limit, key -> List.of(key.id().toString()));
    }

    public void revoke(UUID id) {
        transactions.write(() -> {
            ApiKey key = jdbc.sql("""
                    delete from api_keys where id = :id
                    returning id, name, role, prefix, created_at, created_by_name, last_used_at""")
                    .param("id", id)
                    .query(ApiKeys::read)
                    .optional()
                    .orElseThrow(() -> Problems.notFound("API key"));
            events.publishEvent(AuditFact.of("api-key.revoked", target(key)));
        });
    }

    /// The program that a secret stands for. Notes the use, at most once a minute.
    Optional<Caller.Program> authenticate(String secret, String address) {
        Optional<Caller.Program> program =
                Tenancy.globally(() -> transactions.read(() -> jdbc.sql("select * from lookup_api_key(:hash)")
                        .param("hash", Secret.hash(secret))
                        .query((row, number) -> new Caller.Program(
                                row.getObject("id", UUID.class),
                                row.getObject("workspace_id", UUID.class),
                                Role.of(row.getString("role")),
                                row.getString("name"),
                                address))
                        .optional()));
        program.ifPresent(this::noteUse);
        return program;
    }

    private void noteUse(Caller.Program program) {
        Instant now = clock.instant();
        Tenancy.asWorkspace(
                program.workspaceId(),
                () -> transactions.write(() -> jdbc.sql("""
                update api_keys set last_used_at = :now
                where id = :id and (last_used_at is null or last_used_at < :stale)""")
                        .param("now", Timestamp.from(now))
                        .param("stale", Timestamp.from(now.minus(Sessions.TOUCH_AFTER)))
                        .param("id", program.apiKeyId())
                        .update()));
    }

    private static AuditFact.Target target(ApiKey key) {
        return new AuditFact.Target("api-key", key.id().toString(), key.name());
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        Timestamp lastUsed = row.getTimestamp("last_used_at");
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getString("prefix"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by_name"),
                lastUsed == null ? null : lastUsed.toInstant());
    }
}
