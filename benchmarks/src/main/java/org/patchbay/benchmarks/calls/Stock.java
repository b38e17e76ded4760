package org.patchbay.benchmarks.calls;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What stands in the server's database, seen past every policy.
record Stock(String superuserUrl) {

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

    long count(String table) throws SQLException {
        return query("select count(*) from " + table, row -> row.getLong(1)).getFirst();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuserUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Whether what is committed survives a power cut, and whose word that is.
    Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
            settings.put(name, query("show " + name, row -> row.getString(1)).getFirst());
        }
        return settings;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader) throws SQLException {
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
