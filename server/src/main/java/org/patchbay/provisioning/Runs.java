package org.patchbay.provisioning;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.database.jobs.Jobs;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.kernel.Ids;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WebhookBase;
import org.springframework.stereotype.Component;

/// Begins what is done to the bound workspace's account: one thing at a time, as a job that outlives this
/// server.
@Component
public class Runs {

    private final RunStore runs;
    private final RunBoard board;
    private final TwilioConfigs configs;
    private final WebhookBase bases;
    private final Jobs jobs;
    private final OneTimeJob<RunJob.Task> job;
    private final Transactions transactions;
    private final Clock clock;

    Runs(
            RunStore runs,
            RunBoard board,
            TwilioConfigs configs,
            WebhookBase bases,
            Jobs jobs,
            OneTimeJob<RunJob.Task> job,
            Transactions transactions,
            Clock clock) {
        this.runs = runs;
        this.board = board;
        this.configs = configs;
        this.bases = bases;
        this.jobs = jobs;
        this.job = job;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What is being done, or was done last.
    public Optional<Run> latest() {
        return transactions.read(runs::latest);
    }

    boolean busy() {
        return latest().filter(Run::running).isPresent();
    }

    /// @param numberIds only these; null for all
    /// @param takeOver whether the named numbers are taken, whosever they are
    public Run repair(String by, @Nullable Set<UUID> numberIds, boolean takeOver) {
        return transactions.write(() ->
                begin(RunKind.REPAIR, by, required(), numberIds, takeOver).orElseThrow(ProvisioningProblems::busy));
    }

    /// Where nothing is connected there is nothing to clear, and saying so again is harmless.
    public Run clear(String by) {
        return transactions.write(() -> {
            Optional<Run> last = runs.latest();
            if (last.isPresent() && last.get().kind() == RunKind.CLEAR) {
                if (last.get().running()) {
                    return again(last.get());
                }
                if (configs.account().isEmpty()) {
                    return last.get();
                }
            }
            return begin(RunKind.CLEAR, by, required(), null, false).orElseThrow(ProvisioningProblems::busy);
        });
    }

    /// In the running transaction: two admins who press Save at once get the same run.
    Run configure(String by, ConnectedAccount account) {
        return begin(RunKind.CONFIGURE, by, account, null, false)
                .or(() -> runs.latest()
                        .filter(run -> run.running() && run.kind() == RunKind.CONFIGURE)
                        .map(this::again))
                .orElseThrow(ProvisioningProblems::busy);
    }

    /// Lets what is under way stop after the number that it is at.
    public void stop() {
        transactions.write(() -> runs.latest().filter(Run::running).ifPresent(run -> {
            if (run.kind() == RunKind.CLEAR) {
                throw ProvisioningProblems.BUSY.because("Clearing can not be stopped half-way.");
            }
            runs.stop(run.id());
            again(run);
        }));
    }

    /// Its job may have been given up when the database was away for long.
    private Run again(Run running) {
        schedule(running.id());
        return running;
    }

    private Optional<Run> begin(
            RunKind kind, String by, ConnectedAccount account, @Nullable Set<UUID> numberIds, boolean takeOver) {
        Run run = new Run(
                Ids.next(),
                kind,
                RunState.RUNNING,
                by,
                clock.instant(),
                null,
                account.baseUrl().map(URI::toString).orElse(null),
                bases.of(account.environment()).map(URI::toString).orElse(null),
                Run.stepsOf(kind),
                List.of());
        if (!runs.begin(new RunOrder(run, Optional.ofNullable(numberIds), takeOver, 0))) {
            return Optional.empty();
        }
        board.tell(run);
        schedule(run.id());
        return Optional.of(run);
    }

    private void schedule(UUID runId) {
        UUID workspaceId = Tenancy.workspaceId();
        jobs.schedule(job, workspaceId + ":" + runId, new RunJob.Task(workspaceId, runId), clock.instant());
    }

    private ConnectedAccount required() {
        return configs.account().orElseThrow(TwilioProblems::notConfigured);
    }
}
