package org.patchbay.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The schema keeps workspaces apart; and the checks that say so would notice if it did not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

    private final TestDatabase database = TestDatabase.scratch();
    private Connection connection;
    private Isolation isolation;
    private Isolation ofIngest;
    private List<String> tables;

    @BeforeAll
    void twoWorkspaces() throws SQLException {
        connection = database.asSuperuser();
        UUID ours = Seed.workspace(connection);
        UUID theirs = Seed.workspace(connection);
        isolation = Isolation.ofServer(connection, ours, theirs);
        ofIngest = Isolation.ofIngest(connection, ours, theirs);
        tables = Isolation.tables(connection);
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void theCatalogueHasNoFault() throws SQLException {
        assertThat(tables).contains("workspaces", "audit_log", "workspace_twilio_config");
        assertThat(Catalogue.faults(connection)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noWorkspaceReachesAnother(String table) throws SQLException {
        assertThat(isolation.faults(table)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theIngestReachesTheWorkspacesOfItsBatchOnly(String table) throws SQLException {
        if (ofIngest.mayRead(table)) {
            assertThat(ofIngest.faults(table)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whereTheIngestSeesMoreItIsReported(String table) throws SQLException {
        if (ofIngest.mayRead(table)) {
            sabotage("create policy hasty on " + table + " to patchbay_ingest using (true)");

            assertThat(ofIngest.faults(table)).contains(table + ": rows are seen without a workspace");
            assertThat(Catalogue.faults(connection))
                    .contains(table + ": the policy hasty lets patchbay_ingest see more than the batch's workspaces");
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aDroppedPolicyIsReported(String table) throws SQLException {
        sabotage("drop policy " + mainPolicy(table) + " on " + table);

        assertThat(isolation.faults(table)).contains(table + ": the workspace's own rows are not seen");
        assertThat(Catalogue.faults(connection)).contains(table + ": has no policy that holds for everything");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void switchedOffRowSecurityIsReported(String table) throws SQLException {
        sabotage("alter table " + table + " disable row level security");

        assertThat(isolation.faults(table))
                .contains(table + ": rows are seen without a workspace")
                .contains(table + ": rows of another workspace are seen");
        if (isolation.mayInsert(table)) {
            assertThat(isolation.faults(table)).contains(table + ": a row is inserted without a workspace");
        }
        assertThat(Catalogue.faults(connection)).contains(table + ": row level security is not enabled");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void removedForceIsReported(String table) throws SQLException {
        sabotage("alter table " + table + " no force row level security");

        assertThat(isolation.faults(table)).contains(table + ": the owner sees rows without a workspace");
        assertThat(Catalogue.faults(connection)).contains(table + ": row level security is not forced");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aPolicyThatAdmitsEverythingIsReported(String table) throws SQLException {
        sabotage("create policy convenient on " + table + " using (true)");

        assertThat(isolation.faults(table)).contains(table + ": rows are seen without a workspace");
        assertThat(Catalogue.faults(connection))
                .contains(table + ": the policy convenient admits more than the bound workspace");
    }

    @ParameterizedTest
    @MethodSource("partitions")
    void aGrantOnAPartitionIsReported(String table, String partition) throws SQLException {
        sabotage("grant select on " + partition + " to patchbay_server");

        assertThat(isolation.faults(table)).contains(table + ": " + partition + " can be queried past its parent");
        assertThat(Catalogue.faults(connection)).contains(partition + ": a partition is granted to patchbay_server");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table gadgets (id uuid)                                          | gadgets: belongs to no workspace and is not in the list of global tables
            create table gadgets (workspace_id uuid)                                | gadgets: workspace_id may be null
            create table gadgets (workspace_id uuid)                                | gadgets: row level security is not enabled
            create table gadgets (workspace_id uuid)                                | gadgets: its rows do not go with their workspace
            create table gadgets (id uuid primary key, workspace_id uuid)           | gadgets: has no index that begins with workspace_id
            alter table api_keys add constraint bare foreign key (id) references workspaces (id) not valid | api_keys: the foreign key bare does not carry the workspace
            alter table users add last uuid references outbox_numbers (workspace_id) | users: the foreign key users_last_fkey does not carry the workspace
            alter table api_keys add constraint wide foreign key (workspace_id, created_by) references workspace_members (workspace_id, id) on delete set null | api_keys: the foreign key wide would null workspace_id
            grant select on users to public                                         | users: is granted to everybody
            grant truncate on api_keys to patchbay_server                           | api_keys: patchbay_server may truncate, past every policy
            grant update (role) on workspace_members to patchbay_lookup             | workspace_members: patchbay_lookup may update
            create policy eager on invitations to patchbay_lookup using (true)      | invitations: the policy eager lets patchbay_lookup do more than read
            create policy lax on invitations for select to patchbay_lookup using (true) | invitations: the policy lax holds for members of patchbay_lookup too
            create view everyone as select * from workspace_members                 | everyone: a view that shows its owner's rows
            alter function lookup_workspace_ids() reset search_path                 | lookup_workspace_ids: a definer's function without the fixed search_path
            alter function lookup_workspace_ids() set search_path = pg_catalog, public | lookup_workspace_ids: a definer's function without the fixed search_path
            grant execute on function lookup_workspace_ids() to public              | lookup_workspace_ids: a definer's function that everybody may execute
            alter function lookup_workspace_ids() owner to patchbay_owner           | lookup_workspace_ids: a look-up that patchbay_lookup does not own
            alter function bound_user() owner to patchbay_lookup                    | bound_user: patchbay_lookup owns it, but its name does not say so
            alter table users owner to patchbay_server                              | patchbay_server: a role that serves requests owns table users
            grant patchbay_ingest to patchbay_server                                | patchbay_server: is a member of patchbay_ingest
            grant create on schema public to patchbay_lookup                        | patchbay_lookup: may make things in the schema public
            """)
    void whatAMigrationForgetsIsReported(String mistake, String fault) throws SQLException {
        sabotage(mistake);

        assertThat(Catalogue.faults(connection)).contains(fault);
    }

    Stream<String> tables() {
        return tables.stream();
    }

    Stream<Arguments> partitions() throws SQLException {
        return Isolation.strings(connection, """
                select inhparent::regclass || ' ' || min(inhrelid::regclass::text) from pg_inherits
                join pg_class on pg_class.oid = inhparent and relkind = 'p' group by inhparent""").stream().map(both -> Arguments.of((Object[]) both.split(" ")));
    }

    private static String mainPolicy(String table) {
        return table.equals("workspaces") ? "members_only" : "bound_workspace_only";
    }

    private void sabotage(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
