package org.patchbay.benchmarks.calls;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Secret;

/// What stands in the server's database, seen past every policy.
public record Stock(String superuserUrl) {

    /// A leg of a live call.
    ///
    /// @param parentSid of the customer's leg
    record LiveLeg(UUID workspaceId, UUID callId, UUID legId, String parentSid) {}

    /// The phones that live calls have gone on to.
    List<LiveLeg> phones() throws SQLException {
        return query(
                """
                select leg.workspace_id, leg.call_id, leg.id, call.twilio_call_sid
                from call_legs leg join calls call on call.workspace_id = leg.workspace_id and call.id = leg.call_id
                where leg.kind = 'third-party' and leg.ended_at is null and call.ended_at is null
                order by leg.id""",
                row -> new LiveLeg(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4)));
    }

    /// Lays the same legs out for pgbench, by number.
    ///
    /// @return how many
    int layOut() throws SQLException {
        execute("""
                create table if not exists benchmark_legs as
                  select row_number() over (order by random()) as place, workspace_id, call_id, id as leg_id,
                         twilio_call_sid as call_sid
                  from call_legs where kind = 'third-party' and ended_at is null and twilio_call_sid is not null;
                create unique index if not exists benchmark_legs_place on benchmark_legs (place);
                grant select on benchmark_legs to patchbay_ingest;
                analyze;
                checkpoint""");
        return Math.toIntExact(query("select count(*) from benchmark_legs", row -> row.getLong(1))
                .getFirst());
    }

    /// Lays the numbers out for pgbench.
    ///
    /// @return how many
    int layOutNumbers() throws SQLException {
        execute("""
                create table if not exists benchmark_numbers as
                  select row_number() over (order by random()) as place, number.workspace_id, number.id as number_id,
                         phone_number, member.id as member_id
                  from twilio_numbers number join workspace_members member using (workspace_id);
                create unique index if not exists benchmark_numbers_place on benchmark_numbers (place);
                grant select on benchmark_numbers to patchbay_ingest;
                analyze;
                checkpoint""");
        return Math.toIntExact(count("benchmark_numbers"));
    }

    /// Ends all calls by hand, so that what is measured next begins with none.
    void endCalls() throws SQLException {
        execute("""
                delete from scheduled_tasks where task_name like 'calls.%' and execution_time > now() + interval '1 minute';
                update call_legs set ended_at = now(), status = 'completed' where ended_at is null;
                update calls set ended_at = now(), stage = 'ended', status = 'completed', outcome = 'abandoned',
                  end_reason = 'abandoned', price = 0 where ended_at is null""");
        execute("vacuum analyze calls, call_legs, scheduled_tasks");
    }

    /// Adds members to a workspace who are signed in and available as soon as they open a desk. Hashing so many
    /// passwords would take minutes.
    public List<Agent> enlist(UUID workspaceId, int count) throws SQLException {
        List<Agent> agents = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(superuserUrl);
                PreparedStatement add = connection.prepareStatement("""
                        with person as (
                          insert into users (id, email, name) values (?, ?, ?) returning id
                        ), member as (
                          insert into workspace_members (workspace_id, id, user_id, role, presence_choice)
                          select ?, ?, id, 'agent', 'available' from person
                        )
                        insert into sessions
                          (id, user_id, token_hash, created_at, last_seen_at, expires_at, address, user_agent)
                        select ?, id, ?, now(), now(), now() + interval '7 days', '127.0.0.1', 'benchmark'
                        from person""")) {
            for (int i = 0; i < count; i++) {
                Agent agent = new Agent(Ids.next(), "Desk-" + i, Secret.random());
                add.setObject(1, Ids.next());
                add.setString(2, "desk" + i + "@" + workspaceId + ".example");
                add.setString(3, agent.name());
                add.setObject(4, workspaceId);
                add.setObject(5, agent.memberId());
                add.setObject(6, Ids.next());
                add.setBytes(7, Secret.hash(agent.session()));
                add.addBatch();
                agents.add(agent);
            }
            add.executeBatch();
        }
        return agents;
    }

    long count(String table) throws SQLException {
        return query("select count(*) from " + table, row -> row.getLong(1)).getFirst();
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuserUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Whether what is committed survives a power cut, and whose word that is.
    public Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
            settings.put(name, query("show " + name, row -> row.getString(1)).getFirst());
        }
        return settings;
    }

    /// Makes something of a row.
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(String sql, Reader<T> reader) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuserUrl);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }
}
