package org.patchbay.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Gives connections to the transaction manager only. Whoever asks outside a transaction would see no
/// rows at all and wonder; they get an exception instead.
final class GuardedDataSource extends DelegatingDataSource {

    private static final ScopedValue<Boolean> OPEN = ScopedValue.newInstance();

    GuardedDataSource(DataSource pool) {
        super(pool);
    }

    void whileOpen(Runnable begin) {
        Tenancy.current(); // refuses before a connection is taken
        ScopedValue.where(OPEN, true).run(begin);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!OPEN.isBound()) {
            throw new NoScope("The database was touched outside a transaction.");
        }
        return super.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new NoScope("Connections have one role: the pool's.");
    }
}
