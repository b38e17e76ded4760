package org.patchbay.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The filters that members of the bound workspace keep, each their own.
@Component
public class SavedViews {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Transactions transactions, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /// In the order in which they were made.
    public List<SavedView> all(UUID memberId) {
        return transactions.read(() -> jdbc.sql("""
                select id, name, filter from call_views
                where workspace_id = :workspace and member_id = :member order by id""")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .query(this::read)
                .list());
    }

    /// The same name again replaces it.
    ///
    /// @throws org.patchbay.kernel.Problem 400 where the member has too many
    public SavedView save(UUID memberId, String name, SavedView.Filter filter) {
        return transactions.write(() -> {
            SavedView saved = jdbc.sql("""
                    insert into call_views (workspace_id, id, member_id, name, filter, created_at)
                    values (:workspace, :id, :member, :name, cast(:filter as jsonb), :now)
                    on conflict (workspace_id, member_id, name) do update set filter = excluded.filter
                    returning id, name, filter""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("id", Ids.next())
                    .param("member", memberId)
                    .param("name", name)
                    .param("filter", json.writeValueAsString(filter))
                    .param("now", Timestamp.from(clock.instant()))
                    .query(this::read)
                    .single();
            if (all(memberId).size() > MOST) {
                throw Problems.invalid("name", "would be one too many: up to " + MOST + " filters are kept");
            }
            return saved;
        });
    }

    /// @throws org.patchbay.kernel.Problem 404 if the member has no such filter
    public void delete(UUID memberId, UUID viewId) {
        int deleted = transactions.write(() -> jdbc.sql("""
                delete from call_views where workspace_id = :workspace and member_id = :member and id = :id""")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .param("id", viewId)
                .update());
        if (deleted == 0) {
            throw Problems.notFound("saved filter");
        }
    }

    private SavedView read(ResultSet row, int index) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                json.readValue(row.getString("filter"), SavedView.Filter.class));
    }
}
