package org.patchbay.calls;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What members write about calls of the bound workspace.
@Component
public class CallWriteUps {

    private final JdbcClient jdbc;
    private final CallHistory history;
    private final Transactions transactions;
    private final Outbox outbox;

    CallWriteUps(JdbcClient jdbc, CallHistory history, Transactions transactions, Outbox outbox) {
        this.jdbc = jdbc;
        this.history = history;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /// What changes; null stays as it is.
    ///
    /// @param disposition empty takes it away
    public record Change(
            @Nullable String notes,
            @Nullable String disposition,
            @Nullable List<String> tags) {}

    /// @throws org.patchbay.kernel.Problem 404 if there is no such call here
    public CallView change(UUID callId, Change change) {
        return transactions.write(() -> {
            int changed = jdbc.sql("""
                    update calls
                    set notes = coalesce(cast(:notes as text), notes),
                        disposition = nullif(coalesce(cast(:disposition as text), disposition), ''),
                        tags = coalesce(cast(:tags as text[]), tags), updated_at = now()
                    where workspace_id = :workspace and id = :id""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("id", callId)
                    .param("notes", change.notes())
                    .param("disposition", change.disposition())
                    .param("tags", change.tags() == null ? null : change.tags().toArray(String[]::new))
                    .update();
            if (changed == 0) {
                throw Problems.notFound("call");
            }
            CallView call = history.get(callId);
            outbox.append("call.updated", Audience.everyone(), call);
            return call;
        });
    }
}
