package org.patchbay.provisioning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.StoredProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How the bound workspace's account was found. In the running transaction.
@Repository
class CheckStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CheckStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Check> latest() {
        return page(null, 1).stream().findFirst();
    }

    /// Newest first.
    List<Check> page(@Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from provisioning_checks
                where workspace_id = :workspace and (cast(:before as uuid) is null or id < :before)
                order by id desc limit :limit""")
                .param("workspace", Tenancy.workspaceId())
                .param("before", before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    void add(Check check) {
        jdbc.sql("""
                insert into provisioning_checks
                  (workspace_id, id, first_at, at, by_name, state, differences, problem)
                values (:workspace, :id, :first, :at, :by, :state, :differences::jsonb, cast(:problem as jsonb))""")
                .param("workspace", Tenancy.workspaceId())
                .param("id", check.id())
                .param("first", Timestamp.from(check.firstAt()))
                .param("at", Timestamp.from(check.at()))
                .param("by", check.by())
                .param("state", check.state().code())
                .param("differences", json.writeValueAsString(check.differences()))
                .param("problem", check.problem() == null ? null : json.writeValueAsString(check.problem()))
                .update();
    }

    /// It was found so once more.
    void again(UUID id, Check check) {
        jdbc.sql("update provisioning_checks set at = :at, by_name = :by where workspace_id = :workspace and id = :id")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .param("at", Timestamp.from(check.at()))
                .param("by", check.by())
                .update();
    }

    /// What was found last then, too: somebody who looks so much later wants to know what is now.
    void forgetBefore(Instant moment) {
        jdbc.sql("delete from provisioning_checks where workspace_id = :workspace and at < :moment")
                .param("workspace", Tenancy.workspaceId())
                .param("moment", Timestamp.from(moment))
                .update();
    }

    private Check read(ResultSet row, int index) throws SQLException {
        String problem = row.getString("problem");
        return new Check(
                row.getObject("id", UUID.class),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                CheckState.of(row.getString("state")),
                json.readValue(row.getString("differences"), new TypeReference<List<Difference>>() {}),
                problem == null ? null : json.readValue(problem, StoredProblem.class));
    }
}
