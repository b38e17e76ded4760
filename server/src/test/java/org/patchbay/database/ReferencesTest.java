package org.patchbay.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void whatAMemberMadeStaysInItsWorkspaceWhenTheMemberGoes() throws SQLException {
        try (TestDatabase database = TestDatabase.scratch();
                Connection superuser = database.asSuperuser();
                Statement statement = superuser.createStatement()) {
            UUID workspace = Seed.workspace(superuser);

            statement.execute("delete from workspace_members where workspace_id = '" + workspace + "'");

            String left = " where workspace_id = '" + workspace + "'";
            assertThat(Isolation.strings(
                            superuser, "select coalesce(invited_by::text, 'nobody') from invitations" + left))
                    .containsExactly("nobody");
            assertThat(Isolation.strings(superuser, "select coalesce(created_by::text, 'nobody') from api_keys" + left))
                    .containsExactly("nobody");
            assertThat(Isolation.strings(superuser, "select id from desk_sockets" + left))
                    .isEmpty();
        }
    }

    @Test
    void callsStayWhenTheirContactGoes() throws SQLException {
        try (TestDatabase database = TestDatabase.scratch();
                Connection superuser = database.asSuperuser();
                Statement statement = superuser.createStatement()) {
            UUID workspace = Seed.workspace(superuser);
            String ours = " where workspace_id = '" + workspace + "'";

            statement.execute("delete from contacts" + ours);

            assertThat(Isolation.strings(superuser, "select coalesce(contact_id::text, 'nobody') from calls" + ours))
                    .containsExactly("nobody");
            assertThat(Isolation.strings(superuser, "select phone_number from contact_phones" + ours))
                    .isEmpty();
        }
    }

    @Test
    void deletingAWorkspaceRemovesAllItsRowsAndNobodyElses() throws SQLException {
        try (TestDatabase database = TestDatabase.scratch();
                Connection superuser = database.asSuperuser()) {
            UUID doomed = Seed.workspace(superuser);
            UUID other = Seed.workspace(superuser);

            Tenancy.asWorkspace(
                    doomed,
                    () -> database.transactions()
                            .write(() -> database.jdbc()
                                    .sql("delete from workspaces where id = ?")
                                    .param(doomed)
                                    .update()));

            for (String table : Isolation.tables(superuser)) {
                String key = table.equals("workspaces") ? "id" : "workspace_id";
                assertThat(Isolation.strings(superuser, "select distinct " + key + " from " + table))
                        .as(table)
                        .containsExactly(other.toString());
            }
        }
    }
}
