package org.patchbay.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.database.jobs.Jobs;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.database.jobs.Retry;
import org.patchbay.kernel.Problem;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioConfigs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks at every configured account again and again, so that what somebody changes at Twilio is seen before
/// a customer notices. A job per workspace: one that takes long keeps nobody waiting.
@Component
class DriftWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);

    record Task(UUID workspaceId) {}

    private final Checks checks;
    private final Runs runs;
    private final TwilioConfigs configs;
    private final Jobs jobs;
    /// One that fails says so in what it keeps; the next one comes soon enough.
    private final OneTimeJob<Task> job = new OneTimeJob<>(
            "provisioning.check", Task.class, new Retry(2, Duration.ofSeconds(5), Duration.ofSeconds(5)), this::check);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    DriftWatch(
            Checks checks,
            Runs runs,
            TwilioConfigs configs,
            Jobs jobs,
            JdbcClient jdbc,
            Transactions transactions,
            Clock clock) {
        this.checks = checks;
        this.runs = runs;
        this.configs = configs;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    OneTimeJob<Task> job() {
        return job;
    }

    void scheduleAll() {
        Tenancy.globally(() -> transactions.write(() -> {
            jdbc.sql("select lookup_configured_workspaces()")
                    .query(UUID.class)
                    .list()
                    .forEach(workspaceId ->
                            jobs.schedule(job, workspaceId.toString(), new Task(workspaceId), clock.instant()));
            return true;
        }));
    }

    /// While something is being done to an account, it is as it should be to nobody.
    private void check(Task task) {
        try (var workspace = MDC.putCloseable("workspace", task.workspaceId().toString())) {
            Tenancy.asWorkspace(task.workspaceId(), () -> {
                boolean configured = configs.account()
                        .flatMap(ConnectedAccount::configuredAt)
                        .isPresent();
                if (configured && !runs.busy()) {
                    look();
                }
                return true;
            });
        }
    }

    private void look() {
        try {
            checks.look(null);
        } catch (Problem meanwhile) {
            LOG.debug(
                    "Something was done to the account meanwhile: {}",
                    meanwhile.type().slug());
        }
    }
}
