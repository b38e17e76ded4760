package org.patchbay.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/// Statements that go to PostgreSQL together, and whose answers come back together: one way there and back, not
/// one for each. Each sees what those before it have written. The first that fails fails them all.
/// Source: [Pipelining](https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING).
public final class Trip {

    private final JdbcTemplate jdbc;
    private final List<Statement> statements = new ArrayList<>();

    Trip(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Statement(String sql, Object[] values, RowCallbackHandler eachRow, IntConsumer written) {}

    /// @param values for each `?`; an array of a Java type that the driver knows is an array in SQL
    /// @param eachRow called by [#go()], with each row of the answer
    public Trip ask(String sql, RowCallbackHandler eachRow, Object... values) {
        statements.add(new Statement(sql, values, eachRow, ignored -> {}));
        return this;
    }

    /// @param values for each `?`
    public Trip tell(String sql, Object... values) {
        return tell(sql, ignored -> {}, values);
    }

    /// @param values for each `?`
    /// @param written called by [#go()], with the number of rows
    public Trip tell(String sql, IntConsumer written, Object... values) {
        statements.add(new Statement(sql, values, ignored -> {}, written));
        return this;
    }

    /// @throws org.springframework.dao.DataAccessException if PostgreSQL refuses one of them, or falls silent
    public void go() {
        if (!statements.isEmpty()) {
            jdbc.execute((ConnectionCallback<Boolean>) this::go);
        }
    }

    private boolean go(Connection connection) throws SQLException {
        String together = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement prepared = connection.prepareStatement(together)) {
            int place = 1;
            for (Statement statement : statements) {
                for (Object value : statement.values()) {
                    prepared.setObject(place++, value);
                }
            }
            boolean answered = prepared.execute();
            for (Statement statement : statements) {
                if (answered) {
                    read(prepared, statement);
                } else {
                    statement.written().accept(prepared.getUpdateCount());
                }
                answered = prepared.getMoreResults();
            }
        }
        return true;
    }

    private static void read(PreparedStatement prepared, Statement statement) throws SQLException {
        try (ResultSet rows = prepared.getResultSet()) {
            while (rows.next()) {
                statement.eachRow().processRow(rows);
            }
        }
    }
}
