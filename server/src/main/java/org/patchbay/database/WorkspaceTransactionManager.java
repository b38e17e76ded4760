package org.patchbay.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Tells PostgreSQL at the begin of every transaction which workspace it is for. The setting is local to
/// the transaction, so a pooled connection carries nothing over.
final class WorkspaceTransactionManager extends JdbcTransactionManager {

    private final GuardedDataSource guard;

    WorkspaceTransactionManager(GuardedDataSource dataSource) {
        super(dataSource);
        this.guard = dataSource;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        guard.whileOpen(() -> super.doBegin(transaction, definition));
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (Tenancy.current() instanceof Scope.InWorkspace bound) {
            bind(connection, bound);
        }
    }

    private static void bind(Connection connection, Scope.InWorkspace bound) throws SQLException {
        try (PreparedStatement setting = connection.prepareStatement(
                "select set_config('app.workspace_id', ?, true), set_config('app.user_id', ?, true)")) {
            setting.setString(1, bound.workspaceId().toString());
            setting.setString(2, bound.userId() == null ? "" : bound.userId().toString());
            setting.execute();
        }
    }
}
