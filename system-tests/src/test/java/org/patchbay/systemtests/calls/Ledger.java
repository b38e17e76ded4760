package org.patchbay.systemtests.calls;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.database.DatabaseHome;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.systemtests.twilio.Installation;

/// What is in a server's database, past every policy.
///
/// @param url a superuser's
record Ledger(String url) {

    /// Of a server with the embedded database.
    static Ledger of(Installation installation) {
        EmbeddedCluster cluster = installation.bean(DatabaseHome.class).embedded();
        if (cluster == null) {
            throw new AssertionError("the database is embedded");
        }
        return new Ledger(cluster.superuserUrl("patchbay"));
    }

    /// The rows' columns as text; null becomes the empty text.
    List<List<String>> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    String value = found.getString(column);
                    row.add(value == null ? "" : value);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The rows' only column.
    List<String> column(String sql) {
        return rows(sql).stream().map(List::getFirst).toList();
    }

    long count(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }
}
