package org.patchbay.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Refuses to serve requests with a database role that row policies do not hold: a superuser, one that
/// bypasses them, an owner of our tables, or a member of a role that may look across workspaces.
final class ServerRoleCheck {

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
                      where other.rolname in ('patchbay_owner', 'patchbay_lookup', 'patchbay_ingest')
                        and pg_has_role(current_user, other.oid, 'member')) as looks_across
            from pg_roles where rolname = current_user""";

    private ServerRoleCheck() {}

    /// @throws UnsafeDatabaseRole saying all that is wrong with the role
    static void require(DataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(FACTS)) {
            role.next();
            List<String> faults = new ArrayList<>();
            note(faults, role.getBoolean("rolsuper"), "it is a superuser");
            note(
                    faults,
                    role.getBoolean("may_be_superuser") && !role.getBoolean("rolsuper"),
                    "it is a member of a superuser role");
            note(faults, role.getBoolean("rolcreaterole"), "it may create roles, and so give itself others");
            note(faults, role.getBoolean("bypasses"), "it bypasses row level security, or may become a role that does");
            note(faults, role.getBoolean("owns_tables"), "it owns tables, or may become their owner");
            note(
                    faults,
                    role.getBoolean("looks_across"),
                    "it is a member of patchbay_owner, patchbay_lookup or patchbay_ingest, which reach several workspaces");
            if (!faults.isEmpty()) {
                throw new UnsafeDatabaseRole(role.getString("name"), faults);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The database does not answer. Check PATCHBAY_DATABASE_URL.", failed);
        }
    }

    private static void note(List<String> faults, boolean fault, String words) {
        if (fault) {
            faults.add(words);
        }
    }
}
