package org.patchbay.calls;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.patchbay.contacts.ContactCalls;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When contacts of the bound workspace were last spoken with, or tried.
@Component
class LastCalls implements ContactCalls {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    LastCalls(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<UUID, Instant> lastCalls(Collection<UUID> contactIds) {
        Map<UUID, Instant> last = new HashMap<>();
        transactions.read(() -> {
            jdbc.sql("""
                    select contact.id, newest.created_at
                    from unnest(cast(:contacts as uuid[])) contact (id)
                    cross join lateral (select created_at from calls
                                        where workspace_id = :workspace and contact_id = contact.id
                                        order by calls.id desc limit 1) newest""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("contacts", contactIds.stream().map(UUID::toString).toArray(String[]::new))
                    .query(row -> {
                        last.put(
                                row.getObject("id", UUID.class),
                                row.getTimestamp("created_at").toInstant());
                    });
            return true;
        });
        return last;
    }
}
