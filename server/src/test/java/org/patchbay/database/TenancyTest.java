package org.patchbay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyTest {

    private final TestDatabase database = TestDatabase.scratch(4);
    private final JdbcClient jdbc = database.jdbc();
    private final Transactions transactions = database.transactions();
    private final UUID ours = database.workspace();
    private final UUID theirs = database.workspace();
    private final UUID person = database.memberOf(ours);

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void rawSqlAsTheServersRoleSeesAndInsertsNothingUnbound() throws SQLException {
        try (Connection server = database.asServer();
                Statement statement = server.createStatement()) {
            List<String> tables = Isolation.tables(server);
            assertThat(tables).hasSizeGreaterThan(8);
            for (String table : tables) {
                assertThat(Isolation.strings(server, "select count(*) from " + table))
                        .as(table)
                        .containsExactly("0");
            }
            assertThatThrownBy(() -> statement.execute("""
                            insert into audit_log (workspace_id, id, action, actor_kind, actor_name)
                            values ('%s', '%s', 'x', 'system', 'x')""".formatted(ours, Ids.next())))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void codeOutsideAScopeGetsAnException() {
        assertThatThrownBy(() -> transactions.read(() -> 1)).isInstanceOf(NoScope.class);
        assertThatThrownBy(Tenancy::workspaceId).isInstanceOf(NoScope.class);
        assertThatThrownBy(() -> Tenancy.globally(Tenancy::workspaceId)).isInstanceOf(NoScope.class);
    }

    @Test
    void codeOutsideATransactionGetsAnException() {
        assertThatThrownBy(() -> Tenancy.asWorkspace(ours, this::names))
                .rootCause()
                .isInstanceOf(NoScope.class);
    }

    @Test
    void aScopeIsNotInheritedByThreads() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = Tenancy.asWorkspace(ours, () -> threads.submit(() -> transactions.read(() -> 1)));
            assertThatThrownBy(other::get).hasCauseInstanceOf(NoScope.class);
        }
    }

    @Test
    void enteringNeedsAMembership() {
        assertThat(database.tenancy()
                        .<Integer, RuntimeException>enter(ours, person, () -> transactions.read(this::names)))
                .isEqualTo(1);
        assertThatThrownBy(() -> database.tenancy().enter(theirs, person, () -> 1))
                .isInstanceOf(NotAMember.class);
        assertThatThrownBy(() -> database.tenancy().enter(Ids.next(), person, () -> 1))
                .isInstanceOf(NotAMember.class);
    }

    @Test
    void aPersonWhoWasRemovedMeanwhileNoLongerSeesTheWorkspace() {
        UUID leaver = database.memberOf(ours);

        int seen = database.tenancy().enter(ours, leaver, () -> {
            transactions.write(() -> jdbc.sql("delete from workspace_members where user_id = ?")
                    .param(leaver)
                    .update());
            return transactions.read(this::names);
        });

        assertThat(seen).isZero();
    }

    @Test
    void aTransactionInsideAnotherJoinsIt() {
        Tenancy.asWorkspace(
                ours,
                () -> transactions.write(() -> {
                    int outer = backend();
                    return assertThat(transactions.<Integer>write(this::backend))
                            .isEqualTo(outer);
                }));
    }

    @Test
    void aRunningTransactionDoesNotChangeItsScope() {
        assertThatThrownBy(() -> Tenancy.asWorkspace(
                        ours,
                        () -> transactions.write(
                                () -> Tenancy.asWorkspace(theirs, () -> transactions.read(this::names)))))
                .isInstanceOf(NoScope.class);
        assertThatThrownBy(() -> Tenancy.asWorkspace(
                        ours, () -> transactions.write(() -> Tenancy.globally(() -> transactions.read(this::names)))))
                .isInstanceOf(NoScope.class);
    }

    @Test
    void aRolledBackTransactionCarriesNothingOver() throws Exception {
        try (TestDatabase single = TestDatabase.scratch(1)) {
            UUID workspace = single.workspace();
            assertThatThrownBy(() -> Tenancy.asWorkspace(
                            workspace,
                            () -> single.transactions().write(() -> {
                                throw new IllegalArgumentException("after the binding");
                            })))
                    .hasMessage("after the binding");

            List<String> left = Tenancy.globally(() -> single.transactions()
                    .read(() -> single.jdbc()
                            .sql(
                                    "select concat(current_setting('app.workspace_id', true), bound_workspace()) from lookup_workspace_ids()")
                            .query(String.class)
                            .list()));
            int seen = Tenancy.globally(() -> single.transactions()
                    .read(() -> single.jdbc()
                            .sql("select count(*) from workspaces")
                            .query(Integer.class)
                            .single()));

            assertThat(left).containsExactly("");
            assertThat(seen).isZero();
        }
    }

    @Test
    void twoThousandConcurrentTransactionsOnFourConnectionsNeverSeeAForeignRow() throws Exception {
        List<Callable<List<UUID>>> work = new ArrayList<>();
        for (int turn = 0; turn < 2_000; turn++) {
            UUID workspace = turn % 2 == 0 ? ours : theirs;
            boolean failing = turn % 7 == 0;
            work.add(() -> Tenancy.asWorkspace(workspace, () -> logAndRead(workspace, failing)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<UUID>>> seen = threads.invokeAll(work);
            for (int turn = 0; turn < seen.size(); turn++) {
                assertThat(seen.get(turn).get()).containsOnly(turn % 2 == 0 ? ours : theirs);
            }
        }
    }

    /// Writes a row, reads what is there, and in some turns takes the write back.
    private List<UUID> logAndRead(UUID workspace, boolean failing) {
        List<UUID> seen = new ArrayList<>();
        try {
            transactions.write(() -> {
                jdbc.sql("""
                        insert into audit_log (workspace_id, id, action, actor_kind, actor_name)
                        values (?, ?, 'x', 'system', 'x')""").params(List.of(workspace, Ids.next())).update();
                seen.addAll(jdbc.sql("select distinct workspace_id from audit_log")
                        .query(UUID.class)
                        .list());
                if (failing) {
                    throw new IllegalArgumentException("take it back");
                }
            });
        } catch (IllegalArgumentException onPurpose) {
            assertThat(failing).isTrue();
        }
        return seen;
    }

    private int names() {
        return jdbc.sql("select name from workspaces")
                .query(String.class)
                .list()
                .size();
    }

    private int backend() {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }
}
