package org.patchbay.calls.ingest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.testing.TestCluster;

/// A scratch database with workspaces, people and numbers in it, and a look at what was written there.
record Office(DatabaseUrls urls) {

    static final String NUMBER = "+15005550006";

    static Office open() {
        return new Office(TestCluster.scratch());
    }

    /// A workspace with the one number.
    UUID workspace() {
        return workspace(Ids.next());
    }

    UUID workspace(UUID workspace) {
        execute(
                "insert into workspaces (id, name, country, time_zone) values ('%s', 'Acme', 'US', 'UTC')"
                        .formatted(workspace),
                """
                insert into twilio_numbers
                  (workspace_id, id, sid, phone_number, friendly_name, can_voice, can_sms, can_mms)
                values ('%s', '%s', 'PN%s', '%s', 'Front desk', true, true, true)""".formatted(workspace, Ids.next(), workspace, NUMBER));
        return workspace;
    }

    /// A member at their desk.
    UUID member(UUID workspace, String presence) {
        return member(workspace, Ids.next(), presence);
    }

    UUID member(UUID workspace, UUID member, String presence) {
        UUID person = Ids.next();
        execute(
                "insert into users (id, email, name) values ('%s', '%s@example.com', 'Ada')".formatted(person, person),
                """
                insert into workspace_members (workspace_id, id, user_id, role, presence_choice, connected)
                values ('%s', '%s', '%s', 'agent', '%s', true)""".formatted(workspace, member, person, presence));
        return member;
    }

    UUID contact(UUID workspace, String name, String phone) {
        UUID contact = Ids.next();
        execute(
                "insert into contacts (workspace_id, id, name) values ('%s', '%s', '%s')"
                        .formatted(workspace, contact, name),
                "insert into contact_phones (workspace_id, phone_number, contact_id, position) values ('%s', '%s', '%s', 0)"
                        .formatted(workspace, phone, contact));
        return contact;
    }

    void execute(String... statements) {
        TestCluster.asSuperuser(TestCluster.databaseOf(urls), statements);
    }

    Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(TestCluster.cluster().superuserUrl(TestCluster.databaseOf(urls)));
    }

    /// The rows' first columns, past every policy.
    List<String> rows(String sql) {
        try (Connection connection = asSuperuser()) {
            return rows(connection, sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    long count(String table) {
        return Long.parseLong(rows("select count(*) from " + table).getFirst());
    }
}
