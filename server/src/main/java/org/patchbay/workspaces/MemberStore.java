package org.patchbay.workspaces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.kernel.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The members of the bound workspace.
@Component
class MemberStore {

    private static final String SELECT = """
            select member.id, member.user_id, person.name, person.email, member.role, member.presence_choice,
                   member.connected, member.presence_since, member.joined_at
            from workspace_members member join users person on person.id = member.user_id
            """;

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID workspaceId, UUID id, UUID userId, Role role, Instant now) {
        jdbc.sql("""
                insert into workspace_members (workspace_id, id, user_id, role, presence_since, joined_at)
                values (:workspace, :id, :user, :role, :now, :now)""")
                .param("workspace", workspaceId)
                .param("id", id)
                .param("user", userId)
                .param("role", role.code())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Member> find(UUID id) {
        return jdbc.sql(SELECT + "where member.id = :id")
                .param("id", id)
                .query(MemberStore::read)
                .optional();
    }

    Optional<Member> ofUser(UUID userId) {
        return jdbc.sql(SELECT + "where member.user_id = :user")
                .param("user", userId)
                .query(MemberStore::read)
                .optional();
    }

    boolean hasEmail(String email) {
        return jdbc.sql(SELECT + "where person.email = :email")
                .param("email", email)
                .query(MemberStore::read)
                .optional()
                .isPresent();
    }

    List<Member> firstPage(int limit) {
        return jdbc.sql(SELECT + "order by lower(person.name), member.id limit :limit")
                .param("limit", limit)
                .query(MemberStore::read)
                .list();
    }

    List<Member> pageAfter(String lowerName, UUID id, int limit) {
        return jdbc.sql(SELECT + """
                where (lower(person.name), member.id) > (:name, :id)
                order by lower(person.name), member.id limit :limit""")
                .param("name", lowerName)
                .param("id", id)
                .param("limit", limit)
                .query(MemberStore::read)
                .list();
    }

    /// The owners, locked until the transaction ends, so that two of them can not step down at once.
    List<UUID> lockOwners() {
        return jdbc.sql("select id from workspace_members where role = 'owner' order by id for update")
                .query(UUID.class)
                .list();
    }

    void setRole(UUID id, Role role) {
        jdbc.sql("update workspace_members set role = :role where id = :id")
                .param("role", role.code())
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from workspace_members where id = :id").param("id", id).update();
    }

    /// @return whether that changed anything
    boolean choosePresence(UUID id, String choice, Instant now) {
        return jdbc.sql("""
                update workspace_members set presence_choice = :choice, presence_since = :now
                where id = :id and presence_choice <> :choice""")
                        .param("choice", choice)
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    /// @return whether that changed anything
    boolean setConnected(UUID id, boolean connected, Instant now) {
        return jdbc.sql("""
                update workspace_members set connected = :connected, presence_since = :now
                where id = :id and connected <> :connected""")
                        .param("connected", connected)
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    Map<UUID, Role> roles() {
        Map<UUID, Role> roles = new HashMap<>();
        jdbc.sql("select id, role from workspace_members").query(row -> {
            roles.put(row.getObject("id", UUID.class), Role.of(row.getString("role")));
        });
        return roles;
    }

    List<Member> all() {
        return jdbc.sql(SELECT).query(MemberStore::read).list();
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String status = row.getBoolean("connected") ? row.getString("presence_choice") : "offline";
        return new Member(
                id,
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")),
                new Presence(id, status, row.getTimestamp("presence_since").toInstant()),
                row.getTimestamp("joined_at").toInstant());
    }
}
