package org.patchbay.calls;

import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which call of the bound workspace waits for a member's own leg.
@Component
public class PendingCalls {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    PendingCalls(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The newest one that they took, or began.
    public Optional<UUID> of(UUID memberId) {
        return transactions.read(() -> jdbc.sql("""
                select id from calls
                where workspace_id = :workspace and member_id = :member and ended_at is null
                  and stage in ('claimed', 'awaiting-agent')
                order by id desc limit 1""")
                .param("workspace", Tenancy.workspaceId())
                .param("member", memberId)
                .query(UUID.class)
                .optional());
    }
}
