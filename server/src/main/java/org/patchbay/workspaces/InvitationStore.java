package org.patchbay.workspaces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The open invitations of the bound workspace.
@Component
class InvitationStore {

    private static final String SELECT = """
            select id, email, role, invited_by_name, created_at, expires_at from invitations
            """;

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param invitedBy the inviting member; null for an API key
    /// @return whether it was added: not, where the address has an invitation that is still open
    boolean add(UUID workspaceId, Invitation invitation, byte[] tokenHash, @Nullable UUID invitedBy) {
        jdbc.sql("delete from invitations where email = :email and expires_at <= :now")
                .param("email", invitation.email())
                .param("now", Timestamp.from(invitation.createdAt()))
                .update();
        return jdbc.sql("""
                insert into invitations
                  (workspace_id, id, email, role, token_hash, invited_by, invited_by_name, created_at, expires_at)
                values (:workspace, :id, :email, :role, :hash, :invitedBy, :invitedByName, :createdAt, :expiresAt)
                on conflict (workspace_id, email) do nothing""")
                        .param("workspace", workspaceId)
                        .param("id", invitation.id())
                        .param("email", invitation.email())
                        .param("role", invitation.role().code())
                        .param("hash", tokenHash)
                        .param("invitedBy", invitedBy)
                        .param("invitedByName", invitation.invitedBy())
                        .param("createdAt", Timestamp.from(invitation.createdAt()))
                        .param("expiresAt", Timestamp.from(invitation.expiresAt()))
                        .update()
                > 0;
    }

    Optional<Invitation> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(InvitationStore::read)
                .optional();
    }

    List<Invitation> page(@Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                where cast(:before as uuid) is null or id < :before
                order by id desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(InvitationStore::read)
                .list();
    }

    void renew(UUID id, byte[] tokenHash, Instant expiresAt) {
        jdbc.sql("update invitations set token_hash = :hash, expires_at = :expiresAt where id = :id")
                .param("hash", tokenHash)
                .param("expiresAt", Timestamp.from(expiresAt))
                .param("id", id)
                .update();
    }

    /// @return whether it was there: of two who use one link at once, one removes it
    boolean remove(UUID id) {
        return jdbc.sql("delete from invitations where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Invitation read(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getString("invited_by_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
