package org.patchbay.calls;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes two clicks one call: the same `Idempotency-Key` within a day stands for the same call.
@Component
class CallRequests {

    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    CallRequests(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Request(String digest, UUID callId) {}

    /// @param actorId who asks: keys of others are others
    /// @param key null where every request is one of its own
    /// @param wish what is asked
    /// @return the id of the call: a new one, or the one of the same request before
    /// @throws org.patchbay.kernel.Problem 422 `idempotency-key-reused` where the key came with another wish
    UUID callId(UUID actorId, @Nullable String key, String wish) {
        UUID callId = Ids.next();
        if (key == null) {
            return callId;
        }
        String digest = DedupeKey.of(wish).toString();
        Request kept = transactions.write(() -> {
            forgetOld();
            jdbc.sql("""
                    insert into call_requests (workspace_id, actor_id, key, request, call_id, created_at)
                    values (:workspace, :actor, :key, :request, :call, :now)
                    on conflict (workspace_id, actor_id, key) do nothing""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("actor", actorId)
                    .param("key", key)
                    .param("request", digest)
                    .param("call", callId)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return kept(actorId, key);
        });
        if (!kept.digest().equals(digest)) {
            throw CallProblems.KEY_REUSED.because("Send another Idempotency-Key for another call.");
        }
        return kept.callId();
    }

    private Request kept(UUID actorId, String key) {
        return jdbc.sql("""
                select request, call_id from call_requests
                where workspace_id = :workspace and actor_id = :actor and key = :key""")
                .param("workspace", Tenancy.workspaceId())
                .param("actor", actorId)
                .param("key", key)
                .query((row, index) -> new Request(row.getString("request"), row.getObject("call_id", UUID.class)))
                .single();
    }

    /// Few are kept at any time, so that whoever adds one can take the old ones away.
    private void forgetOld() {
        jdbc.sql("delete from call_requests where workspace_id = :workspace and created_at < :before")
                .param("workspace", Tenancy.workspaceId())
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
