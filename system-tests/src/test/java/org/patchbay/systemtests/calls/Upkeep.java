package org.patchbay.systemtests.calls;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.Function;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.systemtests.twilio.Eventually;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the server does from time to time, now.
record Upkeep(Practice practice) {

    /// Past the API, so that time need not pass.
    void change(String sql) {
        Tenancy.asWorkspace(
                practice.workspaceId(),
                () -> transactions().write(() -> jdbc().sql(sql).update()));
    }

    /// Waits until a job has been done once more.
    void runsNow(String job) {
        Instant before = lastDone(job);
        inAll(jdbc -> jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = :job")
                .param("job", job)
                .update());
        Eventually.is(true, () -> lastDone(job).isAfter(before));
    }

    private Instant lastDone(String job) {
        return inAll(jdbc -> jdbc.sql(
                        "select coalesce(max(last_success), 'epoch') from scheduled_tasks where task_name = :job")
                .param("job", job)
                .query(Timestamp.class)
                .single()
                .toInstant());
    }

    private <T> T inAll(Function<JdbcClient, T> work) {
        return Tenancy.globally(() -> transactions().write(() -> work.apply(jdbc())));
    }

    private Transactions transactions() {
        return practice.installation().bean(Transactions.class);
    }

    private JdbcClient jdbc() {
        return practice.installation().bean(JdbcClient.class);
    }
}
