package org.patchbay.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tries to reach over from one workspace to another, as the server's role with SQL of its own, and
/// reports each time that it succeeds, or that it could not even try.
///
/// @param connection a superuser's, inside a transaction that is rolled back afterwards
/// @param ours a workspace with a row in every table
/// @param theirs another one
/// @param role whose SQL it is
/// @param setting what says for which workspace
record Isolation(Connection connection, UUID ours, UUID theirs, String role, String setting) {

    private static final String REFUSED_BY_POLICY = "new row violates row-level security policy";

    static Isolation ofServer(Connection connection, UUID ours, UUID theirs) {
        return new Isolation(connection, ours, theirs, "patchbay_server", "app.workspace_id");
    }

    static Isolation ofIngest(Connection connection, UUID ours, UUID theirs) {
        return new Isolation(connection, ours, theirs, "patchbay_ingest", "app.workspace_ids");
    }

    /// The tables whose rows belong to a workspace, without partitions.
    static List<String> tables(Connection connection) throws SQLException {
        return strings(connection, """
                select relname::text from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                  and (relname = 'workspaces' or exists (
                    select from pg_attribute
                    where attrelid = pg_class.oid and attname = 'workspace_id' and not attisdropped))
                order by relname""");
    }

    List<String> faults(String table) throws SQLException {
        String key = table.equals("workspaces") ? "id" : "workspace_id";
        List<String> faults = new ArrayList<>();
        String theirRow = theirRow(table, key);
        if (theirRow == null) {
            return List.of(table + ": Seed has no row for this table");
        }
        become(role, null);
        note(faults, count(table, "true") > 0, table + ": rows are seen without a workspace");
        note(faults, !insertIsRefused(table, theirRow), table + ": a row is inserted without a workspace");
        become(role, ours);
        note(faults, count(table, key + " = '" + ours + "'") == 0, table + ": the workspace's own rows are not seen");
        note(faults, count(table, key + " <> '" + ours + "'") > 0, table + ": rows of another workspace are seen");
        note(faults, !insertIsRefused(table, theirRow), table + ": a row is inserted into another workspace");
        note(faults, deletes(table, key) > 0, table + ": rows of another workspace are deleted");
        become("patchbay_owner", null);
        note(faults, count(table, "true") > 0, table + ": the owner sees rows without a workspace");
        become(role, ours);
        for (String partition : partitions(table)) {
            note(faults, count(partition, "true") >= 0, table + ": " + partition + " can be queried past its parent");
        }
        connection.createStatement().execute("reset role");
        return faults;
    }

    private List<String> partitions(String table) throws SQLException {
        return strings(
                connection,
                "select inhrelid::regclass::text from pg_inherits where inhparent = '" + table + "'::regclass");
    }

    private @Nullable String theirRow(String table, String key) throws SQLException {
        List<String> rows = strings(
                connection,
                "select to_jsonb(t)::text from " + table + " t where " + key + " = '" + theirs + "' limit 1");
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private void become(String role, @Nullable UUID workspace) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role " + role);
            statement.execute("select set_config('app.user_id', '', true), set_config('" + setting + "', '"
                    + (workspace == null ? "" : workspace) + "', true)");
        }
    }

    /// @return -1 when the table may not be read at all
    private int count(String table, String condition) throws SQLException {
        return attempt(statement -> {
            ResultSet rows = statement.executeQuery("select count(*) from " + table + " where " + condition);
            rows.next();
            return rows.getInt(1);
        });
    }

    private int deletes(String table, String key) throws SQLException {
        return attempt(
                statement -> statement.executeUpdate("delete from " + table + " where " + key + " = '" + theirs + "'"));
    }

    private boolean insertIsRefused(String table, String row) throws SQLException {
        if (!mayInsert(table)) {
            return true;
        }
        String columns = strings(connection, """
                select string_agg(attname, ', ' order by attnum) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''""".formatted(table)).getFirst();
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into " + table + " (" + columns + ") select " + columns
                    + " from jsonb_populate_record(null::" + table + ", '"
                    + row.replace("'", "''") + "')");
            return false;
        } catch (SQLException refused) {
            // A duplicate key, say, would mean that the policy let it through.
            return String.valueOf(refused.getMessage()).contains(REFUSED_BY_POLICY);
        } finally {
            connection.rollback(before);
        }
    }

    boolean mayInsert(String table) throws SQLException {
        return strings(connection, "select has_table_privilege('" + role + "', '" + table + "', 'insert')")
                .contains("t");
    }

    boolean mayRead(String table) throws SQLException {
        return strings(connection, "select has_any_column_privilege('" + role + "', '" + table + "', 'select')")
                .contains("t");
    }

    private int attempt(Attempt attempt) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            return attempt.in(statement);
        } catch (SQLException refused) {
            if ("42501".equals(refused.getSQLState())) {
                return -1;
            }
            throw refused;
        } finally {
            connection.rollback(before);
        }
    }

    private static void note(List<String> faults, boolean fault, String words) {
        if (fault) {
            faults.add(words);
        }
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private interface Attempt {
        int in(Statement statement) throws SQLException;
    }
}
