package org.patchbay.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.AuditFact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose calls the bound workspace does not take.
@Component
public class BlockedCallers {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    BlockedCallers(JdbcClient jdbc, Transactions transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /// @param phoneNumber E.164
    /// @param blockedBy null for a program, or a member who is gone
    public record BlockedCaller(
            String phoneNumber, String reason, @Nullable UUID blockedBy, Instant createdAt) {}

    /// By number.
    public List<BlockedCaller> all() {
        return transactions.read(() -> jdbc.sql("""
                select phone_number, reason, blocked_by, created_at from blocked_callers
                where workspace_id = :workspace order by phone_number limit :most""")
                .param("workspace", Tenancy.workspaceId())
                .param("most", MOST)
                .query(BlockedCallers::read)
                .list());
    }

    /// @param by null for a program
    public BlockedCaller block(String phoneNumber, String reason, @Nullable UUID by) {
        return transactions.write(() -> {
            int added = jdbc.sql("""
                    insert into blocked_callers (workspace_id, phone_number, reason, blocked_by)
                    values (:workspace, :phone, :reason, :by) on conflict (workspace_id, phone_number) do nothing""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("phone", phoneNumber)
                    .param("reason", reason)
                    .param("by", by)
                    .update();
            if (added > 0) {
                events.publishEvent(AuditFact.of("caller.blocked", target(phoneNumber)));
            }
            return jdbc.sql("""
                    select phone_number, reason, blocked_by, created_at from blocked_callers
                    where workspace_id = :workspace and phone_number = :phone""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("phone", phoneNumber)
                    .query(BlockedCallers::read)
                    .single();
        });
    }

    /// @throws org.patchbay.kernel.Problem 404 if their calls are taken
    public void unblock(String phoneNumber) {
        transactions.write(() -> {
            int removed = jdbc.sql("""
                    delete from blocked_callers where workspace_id = :workspace and phone_number = :phone""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("phone", phoneNumber)
                    .update();
            if (removed == 0) {
                throw Problems.notFound("blocked caller");
            }
            events.publishEvent(AuditFact.of("caller.unblocked", target(phoneNumber)));
        });
    }

    private static AuditFact.Target target(String phoneNumber) {
        return new AuditFact.Target("caller", phoneNumber, phoneNumber);
    }

    private static BlockedCaller read(ResultSet row, int index) throws SQLException {
        return new BlockedCaller(
                row.getString("phone_number"),
                row.getString("reason"),
                row.getObject("blocked_by", UUID.class),
                row.getTimestamp("created_at").toInstant());
    }
}
