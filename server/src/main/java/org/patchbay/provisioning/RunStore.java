package org.patchbay.provisioning;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is, and was, done to the bound workspace's account. In the running transaction.
@Repository
class RunStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// How long what was done, and what was found, is remembered.
    static final Duration KEPT = Duration.ofDays(90);

    /// @return false if something is being done already
    boolean begin(RunOrder order) {
        Run run = order.run();
        forgetBefore(run.startedAt().minus(KEPT));
        return jdbc.sql("""
                insert into provisioning_runs
                  (workspace_id, id, kind, started_by, started_at, base_url_before, base_url, number_ids, take_over, steps)
                values (:workspace, :id, :kind, :by, :at, :before, :base, cast(:numbers as uuid[]), :takeOver, :steps::jsonb)
                on conflict do nothing""")
                        .param("workspace", Tenancy.workspaceId())
                        .param("id", run.id())
                        .param("kind", run.kind().code())
                        .param("by", run.startedBy())
                        .param("at", Timestamp.from(run.startedAt()))
                        .param("before", run.baseUrlBefore())
                        .param("base", run.baseUrl())
                        .param(
                                "numbers",
                                order.numberIds()
                                        .map(ids -> ids.toArray(UUID[]::new))
                                        .orElse(null))
                        .param("takeOver", order.takeOver())
                        .param("steps", json.writeValueAsString(run.steps()))
                        .update()
                > 0;
    }

    private void forgetBefore(Instant moment) {
        jdbc.sql("""
                delete from provisioning_runs
                where workspace_id = :workspace and state <> 'running' and started_at < :moment""")
                .param("workspace", Tenancy.workspaceId())
                .param("moment", Timestamp.from(moment))
                .update();
    }

    Optional<RunOrder> find(UUID id) {
        return jdbc.sql("select * from provisioning_runs where workspace_id = :workspace and id = :id")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<Run> latest() {
        return jdbc.sql("""
                select * from provisioning_runs where workspace_id = :workspace order by id desc limit 1""")
                .param("workspace", Tenancy.workspaceId())
                .query(this::read)
                .optional()
                .map(RunOrder::run);
    }

    /// Keeps how far it has come.
    ///
    /// @return whether somebody wants it to stop
    boolean save(Run run) {
        return jdbc.sql("""
                update provisioning_runs
                set state = :state, ended_at = :ended, steps = :steps::jsonb, leftovers = :leftovers::jsonb
                where workspace_id = :workspace and id = :id
                returning stopping""")
                .param("workspace", Tenancy.workspaceId())
                .param("id", run.id())
                .param("state", run.state().code())
                .param("ended", run.endedAt() == null ? null : Timestamp.from(run.endedAt()))
                .param("steps", json.writeValueAsString(run.steps()))
                .param("leftovers", json.writeValueAsString(run.leftovers()))
                .query(Boolean.class)
                .single();
    }

    void failures(UUID id, int inARow) {
        jdbc.sql("update provisioning_runs set failures = :failures where workspace_id = :workspace and id = :id")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .param("failures", inARow)
                .update();
    }

    void stop(UUID id) {
        jdbc.sql("update provisioning_runs set stopping = true where workspace_id = :workspace and id = :id")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .update();
    }

    private RunOrder read(ResultSet row, int index) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        Run run = new Run(
                row.getObject("id", UUID.class),
                RunKind.of(row.getString("kind")),
                RunState.of(row.getString("state")),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("base_url_before"),
                row.getString("base_url"),
                json.readValue(row.getString("steps"), new TypeReference<List<Step>>() {}),
                json.readValue(row.getString("leftovers"), new TypeReference<List<Run.Leftover>>() {}));
        return new RunOrder(
                run, numbers(row.getArray("number_ids")), row.getBoolean("take_over"), row.getInt("failures"));
    }

    private static Optional<Set<UUID>> numbers(@Nullable Array stored) throws SQLException {
        return stored == null ? Optional.empty() : Optional.of(Set.of((UUID[]) stored.getArray()));
    }
}
