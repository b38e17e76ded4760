package org.patchbay.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.testing.TestCluster;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A migrated scratch database, and the server's way into it as the running server has it.
public final class TestDatabase implements AutoCloseable {

    private final DatabaseUrls urls;
    private final ServerPool pool;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Tenancy tenancy;

    private TestDatabase(DatabaseUrls urls, int poolSize) {
        this.urls = urls;
        this.pool = ServerPool.open(urls.server(), poolSize);
        GuardedDataSource guarded = new GuardedDataSource(pool.dataSource());
        this.jdbc = JdbcClient.create(guarded);
        this.transactions = new Transactions(new WorkspaceTransactionManager(guarded));
        this.tenancy = new Tenancy(jdbc, transactions);
    }

    public static TestDatabase scratch() {
        return scratch(4);
    }

    public static TestDatabase scratch(int poolSize) {
        return new TestDatabase(TestCluster.scratch(), poolSize);
    }

    static TestDatabase at(DatabaseUrls urls) {
        return new TestDatabase(urls, 2);
    }

    public DatabaseUrls urls() {
        return urls;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Transactions transactions() {
        return transactions;
    }

    public Tenancy tenancy() {
        return tenancy;
    }

    /// A connection past every guard, as the superuser.
    public Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(TestCluster.cluster().superuserUrl(TestCluster.databaseOf(urls)));
    }

    /// A connection past the guard, but as the server's role: what an SQL injection would have.
    public Connection asServer() throws SQLException {
        return DriverManager.getConnection(urls.server());
    }

    /// A new workspace without anybody in it.
    public UUID workspace() {
        UUID id = Ids.next();
        Tenancy.asWorkspace(
                id,
                () -> transactions.write(() -> jdbc.sql(
                                "insert into workspaces (id, name, country, time_zone) values (?, 'Acme', 'US', 'UTC')")
                        .param(id)
                        .update()));
        return id;
    }

    /// A new person who is in all those workspaces.
    public UUID memberOf(UUID... workspaces) {
        UUID person = Ids.next();
        Tenancy.globally(() ->
                transactions.write(() -> jdbc.sql("insert into users (id, email, name) values (?, ?, 'Ada')")
                        .params(List.of(person, person + "@example.com"))
                        .update()));
        for (UUID workspace : workspaces) {
            Tenancy.asWorkspace(
                    workspace,
                    () -> transactions.write(() -> jdbc.sql("""
                            insert into workspace_members (workspace_id, id, user_id, role)
                            values (?, ?, ?, 'agent')""")
                            .params(List.of(workspace, Ids.next(), person))
                            .update()));
        }
        return person;
    }

    @Override
    public void close() {
        pool.close();
    }
}
