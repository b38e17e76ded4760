package org.patchbay.realtime;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sockets of all nodes, as far as they are known: what makes a member connected.
@Repository
class SocketStore {

    private final JdbcClient jdbc;

    SocketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes comings and goings of one member take turns until the transaction ends, on whichever nodes
    /// they happen: else the last socket's going and a new one's coming would not see each other.
    void lockMember(UUID memberId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('desk-sockets ' || :member, 0))")
                .param("member", memberId.toString())
                .query(row -> {});
    }

    /// @return false if the member is gone
    boolean add(Visit visit, UUID nodeId, Instant now) {
        return jdbc.sql("""
                insert into desk_sockets (workspace_id, id, member_id, node_id, seen_at)
                select :workspace, :id, member.id, :node, :now from workspace_members member
                where member.workspace_id = :workspace and member.id = :member
                on conflict do nothing""")
                        .param("workspace", visit.workspaceId())
                        .param("id", visit.socketId())
                        .param("member", visit.memberId())
                        .param("node", nodeId)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    void remove(UUID socketId) {
        jdbc.sql("delete from desk_sockets where workspace_id = :workspace and id = :id")
                .param("workspace", Tenancy.workspaceId())
                .param("id", socketId)
                .update();
    }

    boolean hasSockets(UUID memberId) {
        return jdbc.sql(
                        "select exists (select from desk_sockets where workspace_id = :workspace and member_id = :member)")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .query(Boolean.class)
                .single();
    }

    /// @return those of the sockets that are known; the others were swept
    List<UUID> seen(Collection<UUID> socketIds, Instant now) {
        return jdbc.sql("""
                update desk_sockets set seen_at = :now
                where workspace_id = :workspace and id = any(:ids) returning id""")
                .param("workspace", Tenancy.workspaceId())
                .param("now", Timestamp.from(now))
                .param("ids", socketIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    List<UUID> membersWithStale(Instant since) {
        return jdbc.sql("""
                select distinct member_id from desk_sockets
                where workspace_id = :workspace and seen_at < :since order by member_id""")
                .param("workspace", Tenancy.workspaceId())
                .param("since", Timestamp.from(since))
                .query(UUID.class)
                .list();
    }

    void removeStale(UUID memberId, Instant since) {
        jdbc.sql("""
                delete from desk_sockets
                where workspace_id = :workspace and member_id = :member and seen_at < :since""")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .param("since", Timestamp.from(since))
                .update();
    }

    List<UUID> workspacesWithStale(Instant since) {
        return jdbc.sql("select lookup_workspaces_with_stale_sockets(:since)")
                .param("since", Timestamp.from(since))
                .query(UUID.class)
                .list();
    }
}
