package org.patchbay.workspaces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The people of this installation, whichever workspaces they are in.
@Component
public class People {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final MemberStore members;
    private final Outbox outbox;

    People(JdbcClient jdbc, Transactions transactions, MemberStore members, Outbox outbox) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.members = members;
        this.outbox = outbox;
    }

    /// Adds a person, in the running transaction.
    ///
    /// @param email lower case; nobody else has it
    public User add(String name, String email, String language, String passwordHash) {
        User user = new User(Ids.next(), name.strip(), email, language);
        jdbc.sql("""
                insert into users (id, email, name, language, password_hash)
                values (:id, :email, :name, :language, :passwordHash)""")
                .param("id", user.id())
                .param("email", user.email())
                .param("name", user.name())
                .param("language", user.language())
                .param("passwordHash", passwordHash)
                .update();
        return user;
    }

    /// In the running transaction.
    public Optional<User> byEmail(String email) {
        return jdbc.sql("select id, name, email, language from users where email = :email")
                .param("email", email)
                .query(User.class)
                .optional();
    }

    /// In the running transaction.
    public User byId(UUID id) {
        return jdbc.sql("select id, name, email, language from users where id = :id")
                .param("id", id)
                .query(User.class)
                .single();
    }

    /// Where somebody is a member, by name of the workspace. In the running transaction.
    public List<Membership> memberships(UUID userId) {
        return jdbc.sql("select * from lookup_memberships(:user)")
                .param("user", userId)
                .query(People::membership)
                .list();
    }

    /// Changes what somebody calls themselves or reads; desks of their workspaces hear of a new name.
    ///
    /// @param name null to keep it
    /// @param language null to keep it
    public User update(UUID userId, @Nullable String name, @Nullable String language) {
        List<Membership> memberships = Tenancy.globally(() -> transactions.write(() -> {
            jdbc.sql("""
                    update users
                    set name = coalesce(:name, name), language = coalesce(:language, language), updated_at = now()
                    where id = :id""")
                    .param("name", name == null ? null : name.strip())
                    .param("language", language)
                    .param("id", userId)
                    .update();
            return name == null ? List.<Membership>of() : memberships(userId);
        }));
        memberships.forEach(membership -> announce(membership));
        return Tenancy.globally(() -> transactions.read(() -> byId(userId)));
    }

    private void announce(Membership membership) {
        Tenancy.asWorkspace(
                membership.workspace().id(),
                () -> transactions.write(() -> {
                    members.find(membership.memberId())
                            .ifPresent(member -> outbox.append("member.updated", Audience.everyone(), member));
                    return membership;
                }));
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                row.getObject("member_id", UUID.class),
                Role.of(row.getString("role")),
                new Workspace(
                        row.getObject("workspace_id", UUID.class),
                        row.getString("name"),
                        row.getString("country"),
                        row.getString("time_zone"),
                        row.getTimestamp("created_at").toInstant()),
                row.getLong("last_event"));
    }
}
