package org.patchbay.database.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Schedules work inside the running transaction: the job exists if, and only if, it commits.
public final class Jobs {

    private final SchedulerClient client;
    private final JdbcClient jdbc;
    private final JobRunner runner;

    Jobs(SchedulerClient client, JdbcClient jdbc, JobRunner runner) {
        this.client = client;
        this.jdbc = jdbc;
        this.runner = runner;
    }

    /// Schedules a job, unless one of that name and id is waiting already.
    ///
    /// @param id names this execution among those of the job, and with it the workspace where there is
    ///     one: `<workspace>:<thing>`. Of two transactions that schedule the same id at the same moment,
    ///     one waits for the other
    /// @param at when it is due; what is past is due at once
    /// @return whether it was scheduled by this call
    /// @throws org.patchbay.database.NoScope outside a transaction
    public <T> boolean schedule(OneTimeJob<T> job, String id, T data, Instant at) {
        takeTurns(job.name() + " " + id);
        boolean scheduled = client.scheduleIfNotExists(
                TaskDescriptor.of(job.name(), job.data())
                        .instance(id)
                        .data(data)
                        .build(),
                at);
        if (scheduled) {
            Transactions.afterCommit(() -> runner.lookIfDue(at));
        }
        return scheduled;
    }

    /// db-scheduler looks first and inserts then. Should somebody else insert in between, PostgreSQL would
    /// abort the whole transaction.
    private void takeTurns(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", key)
                .query(row -> {});
    }

    /// Takes a waiting job away.
    ///
    /// @return false if there is none, or it is being done at this moment
    public boolean cancel(OneTimeJob<?> job, String id) {
        try {
            client.cancel(TaskDescriptor.of(job.name()).instanceId(id));
            return true;
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException tooLate) {
            return false;
        }
    }
}
