package org.patchbay.realtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.patchbay.database.Audience;
import org.patchbay.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The bound workspace's outbox: gives out the numbers, and reads what has one.
@Repository
class EventStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Numbers the oldest rows that have none, after all numbers given out before. The row lock on
    /// `outbox_numbers` makes numberers take turns. It is a statement of its own: under READ COMMITTED
    /// the next one then sees what the one before committed.
    ///
    /// @param limit at most so many
    /// @return the rows in order, none when all had their number
    List<NumberedEvent> number(int limit) {
        long last = lockNumbers();
        return jdbc.sql("""
                with oldest as (
                  select id, row_number() over (order by id) as place
                  from (select id from outbox
                        where workspace_id = :workspace and seq is null order by id limit :limit) unnumbered
                ), numbered as (
                  update outbox set seq = :last + oldest.place from oldest
                  where outbox.workspace_id = :workspace and outbox.id = oldest.id
                  returning outbox.seq, outbox.type, outbox.at, outbox.audience, outbox.data
                ), counted as (
                  update outbox_numbers set last_seq = :last + (select count(*) from numbered)
                  where workspace_id = :workspace and exists (select from numbered)
                )
                select * from numbered order by seq""")
                .param("workspace", Tenancy.workspaceId())
                .param("last", last)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    private long lockNumbers() {
        return jdbc.sql("""
                insert into outbox_numbers (workspace_id) values (:workspace)
                on conflict (workspace_id) do update set last_seq = outbox_numbers.last_seq
                returning last_seq""")
                .param("workspace", Tenancy.workspaceId())
                .query(Long.class)
                .single();
    }

    /// The last number given out; 0 before the first.
    long lastSeq() {
        return jdbc.sql("select last_seq from outbox_numbers where workspace_id = :workspace")
                .param("workspace", Tenancy.workspaceId())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Events of `after + 1` to `last`, in order. Those that are past their keeping time are missing.
    List<NumberedEvent> between(long after, long last) {
        return jdbc.sql("""
                select seq, type, at, audience, data from outbox
                where workspace_id = :workspace and seq > :after and seq <= :last
                order by seq""")
                .param("workspace", Tenancy.workspaceId())
                .param("after", after)
                .param("last", last)
                .query(this::event)
                .list();
    }

    private NumberedEvent event(ResultSet row, int index) throws SQLException {
        return new NumberedEvent(
                row.getLong("seq"),
                row.getString("type"),
                row.getTimestamp("at").toInstant(),
                json.readValue(row.getString("audience"), Audience.class),
                row.getString("data"));
    }
}
