package org.patchbay.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Refuses to work with a database role that row policies do not hold: a superuser, one that bypasses them, an
/// owner of our tables, or a member of a role that sees other rows than its own.
enum RoleCheck {
    SERVER(
            "patchbay_server",
            "PATCHBAY_DATABASE_URL",
            List.of("patchbay_owner", "patchbay_lookup", "patchbay_ingest"),
            "it is a member of patchbay_owner, patchbay_lookup or patchbay_ingest, which reach several workspaces"),
    INGEST(
            "patchbay_ingest",
            "PATCHBAY_DATABASE_INGEST_URL",
            List.of("patchbay_owner", "patchbay_lookup", "patchbay_server"),
            "it is a member of patchbay_owner, patchbay_lookup or patchbay_server, which may do what it must not");

    private static final String FACTS = """
            select
              current_user as name,
              rolsuper,
              rolcreaterole,
              exists (select from pg_roles other
                      where other.rolbypassrls and pg_has_role(current_user, other.oid, 'member')) as bypasses,
              exists (select from pg_roles other
                      where other.rolsuper and pg_has_role(current_user, other.oid, 'member')) as may_be_superuser,
              exists (select from pg_class
                      where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'member'))
                as owns_tables,
              exists (select from pg_roles other
                      where other.rolname = any (string_to_array(?, ','))
                        and pg_has_role(current_user, other.oid, 'member')) as strays,
              pg_has_role(current_user, ?, 'member') as serves
            from pg_roles where rolname = current_user""";

    private final String role;
    private final String variable;
    private final List<String> strangers;
    private final String strayed;

    RoleCheck(String role, String variable, List<String> strangers, String strayed) {
        this.role = role;
        this.variable = variable;
        this.strangers = strangers;
        this.strayed = strayed;
    }

    /// @throws UnsafeDatabaseRole saying all that is wrong with the role
    void require(DataSource pool) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(FACTS)) {
            statement.setString(1, String.join(",", strangers));
            statement.setString(2, role);
            List<String> faults = new ArrayList<>();
            String name = look(statement, faults);
            if (!faults.isEmpty()) {
                throw new UnsafeDatabaseRole(name, faults, variable, role);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The database does not answer. Check " + variable + ".", failed);
        }
    }

    private String look(PreparedStatement statement, List<String> faults) throws SQLException {
        try (ResultSet role = statement.executeQuery()) {
            role.next();
            note(faults, role.getBoolean("rolsuper"), "it is a superuser");
            note(
                    faults,
                    role.getBoolean("may_be_superuser") && !role.getBoolean("rolsuper"),
                    "it is a member of a superuser role");
            note(faults, role.getBoolean("rolcreaterole"), "it may create roles, and so give itself others");
            note(faults, role.getBoolean("bypasses"), "it bypasses row level security, or may become a role that does");
            note(faults, role.getBoolean("owns_tables"), "it owns tables, or may become their owner");
            note(faults, role.getBoolean("strays"), strayed);
            note(faults, !role.getBoolean("serves"), "it is no " + this.role);
            return role.getString("name");
        }
    }

    private static void note(List<String> faults, boolean fault, String words) {
        if (fault) {
            faults.add(words);
        }
    }
}
