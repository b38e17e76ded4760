package org.patchbay.database;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One transaction of the [IngestPool]: its ways to the database. Bound to its workspaces by the first statement,
/// whichever that is; neither way sees anything once the transaction has ended.
public final class IngestTransaction {

    private static final String BIND = """
            select set_config('app.workspace_ids', ?, true), set_config('statement_timeout', ?, true)""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Collection<UUID> workspaces;
    private final String patience;
    private boolean bound;

    /// @param patience milliseconds for each statement
    IngestTransaction(JdbcTemplate template, JdbcClient jdbc, Collection<UUID> workspaces, long patience) {
        this.template = template;
        this.jdbc = jdbc;
        this.workspaces = workspaces;
        this.patience = String.valueOf(patience);
    }

    /// For one statement.
    public JdbcClient jdbc() {
        trip().go();
        return jdbc;
    }

    /// For several statements: the way to the database is long where it is another machine.
    public Trip trip() {
        Trip trip = new Trip(template);
        if (!bound) {
            trip.ask(
                    BIND,
                    row -> bound = true,
                    workspaces.stream().map(UUID::toString).collect(Collectors.joining(",")),
                    patience);
        }
        return trip;
    }
}
