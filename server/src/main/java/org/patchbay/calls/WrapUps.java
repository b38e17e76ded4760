package org.patchbay.calls;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.database.jobs.Jobs;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The time in which a member writes up a call that is over, and is offered no other.
@Component
public class WrapUps {

    private final JdbcClient jdbc;
    private final CallHistory history;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Ingest ingest;
    private final Jobs jobs;
    private final OneTimeJob<WrapUpJobs.Over> overJob;
    private final Clock clock;

    WrapUps(
            JdbcClient jdbc,
            CallHistory history,
            Transactions transactions,
            Outbox outbox,
            Ingest ingest,
            Jobs jobs,
            OneTimeJob<WrapUpJobs.Over> overJob,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.transactions = transactions;
        this.outbox = outbox;
        this.ingest = ingest;
        this.jobs = jobs;
        this.overJob = overJob;
        this.clock = clock;
    }

    /// @param more from now on; zero for done
    /// @throws org.patchbay.kernel.Problem 404 if the member has no such call; 409 `call-not-over`
    public CallView set(UUID memberId, UUID callId, Duration more) {
        Instant until = clock.instant().plus(more);
        return transactions.write(() -> {
            CallView before = history.get(callId);
            if (!memberId.equals(before.memberId())) {
                throw Problems.notFound("call");
            }
            if (before.endedAt() == null) {
                throw CallProblems.CALL_NOT_OVER.because("The call goes on. It is written up once it is over.");
            }
            jdbc.sql("""
                    update calls set wrap_up_until = :until, updated_at = now()
                    where workspace_id = :workspace and id = :id""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("id", callId)
                    .param("until", Timestamp.from(until))
                    .update();
            CallView call = history.get(callId);
            outbox.append("call.updated", Audience.everyone(), call);
            lookAgain(more, until);
            return call;
        });
    }

    /// The calls that ring may be offered to the member: now, or once the time is over.
    private void lookAgain(Duration more, Instant until) {
        UUID workspaceId = Tenancy.workspaceId();
        if (more.isPositive()) {
            jobs.schedule(overJob, workspaceId + ":" + Ids.next(), new WrapUpJobs.Over(workspaceId), until);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ingest.agentsChanged(workspaceId);
            }
        });
    }
}
