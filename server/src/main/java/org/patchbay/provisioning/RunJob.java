package org.patchbay.provisioning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.StoredProblem;
import org.patchbay.provisioning.RunStep.Work;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WebhookBase;
import org.patchbay.twilio.WorkspaceAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Does the steps of a [Run] that are not done yet. What passes by itself (Twilio does not answer, too much at
/// once) is thrown on, and the job is tried again; a killed server's job is taken up by another.
@Component
class RunJob {

    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    /// With pauses that double from a second: after about a minute a person should know.
    static final int TRIES = 6;

    /// @param runId in that workspace
    record Task(UUID workspaceId, UUID runId) {}

    private final Map<StepName, RunStep> steps;
    private final RunBoard board;
    private final RunStore runs;
    private final TwilioConfigs configs;
    private final WorkspaceAccounts accounts;
    private final WebhookBase bases;
    private final Transactions transactions;

    RunJob(
            List<RunStep> steps,
            RunBoard board,
            RunStore runs,
            TwilioConfigs configs,
            WorkspaceAccounts accounts,
            WebhookBase bases,
            Transactions transactions) {
        this.steps = steps.stream().collect(Collectors.toMap(RunStep::name, Function.identity()));
        this.board = board;
        this.runs = runs;
        this.configs = configs;
        this.accounts = accounts;
        this.bases = bases;
        this.transactions = transactions;
    }

    void perform(Task task) {
        try (var workspace = MDC.putCloseable("workspace", task.workspaceId().toString());
                var run = MDC.putCloseable("run", task.runId().toString())) {
            Tenancy.asWorkspace(task.workspaceId(), () -> {
                goOn(task.runId());
                return true;
            });
        }
    }

    private void goOn(UUID runId) {
        for (StepName step = next(runId); step != null; step = next(runId)) {
            RunOrder order = order(runId).orElseThrow();
            Progress progress = board.progress(step, order.run());
            if (!done(step, order, progress)) {
                return;
            }
            transactions.write(() -> runs.failures(runId, 0));
        }
        order(runId).map(RunOrder::run).filter(Run::running).ifPresent(run -> board.end(run, RunState.DONE));
    }

    /// The first step that is not done; null when the run is over, or all are.
    private @Nullable StepName next(UUID runId) {
        return order(runId)
                .map(RunOrder::run)
                .filter(Run::running)
                .flatMap(run -> run.steps().stream()
                        .filter(step -> step.state() != StepState.DONE)
                        .min(Comparator.comparingInt(run.steps()::indexOf)))
                .map(Step::name)
                .orElse(null);
    }

    private Optional<RunOrder> order(UUID runId) {
        return transactions.read(() -> runs.find(runId));
    }

    /// @return false when the run is over
    private boolean done(StepName step, RunOrder order, Progress progress) {
        progress.begun();
        if (progress.stopWanted()) {
            board.end(progress.run(), RunState.STOPPED);
            return false;
        }
        try {
            Objects.requireNonNull(steps.get(step)).perform(work(order, progress));
            progress.ended();
            return true;
        } catch (RunStep.Stopped stopped) {
            board.end(progress.run(), RunState.STOPPED);
        } catch (TwilioFailure failure) {
            failed(order, progress, failure);
        } catch (Problem problem) {
            end(progress, StoredProblem.of(problem));
        } catch (RunStep.Interrupted | DataAccessException | TransactionException passing) {
            throw passing;
        } catch (RuntimeException fault) {
            LOG.error("The step {} failed by a fault of ours", step.code(), fault);
            end(
                    progress,
                    StoredProblem.of(Problems.INTERNAL.because(
                            "Patchbay has a fault here; its log has the details under the id of this workspace.")));
        }
        return false;
    }

    private Work work(RunOrder order, Progress progress) {
        Optional<ConnectedAccount> account = configs.account();
        return new Work(order, progress, account, account.flatMap(known -> bases.of(known.environment())), accounts);
    }

    private void failed(RunOrder order, Progress progress, TwilioFailure failure) {
        StoredProblem problem = StoredProblem.of(TwilioProblems.of(failure));
        int failures = order.failures() + 1;
        if (!passes(failure) || failures >= TRIES) {
            LOG.warn("Gave up: {}", failure.getMessage());
            end(progress, problem);
            return;
        }
        LOG.info("Will be tried again: {}", failure.getMessage());
        transactions.write(() -> runs.failures(order.run().id(), failures));
        progress.held(problem);
        throw failure;
    }

    private static boolean passes(TwilioFailure failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE, UNREACHABLE, RATE_LIMITED, HELD_BACK -> true;
            default -> false;
        };
    }

    private void end(Progress progress, StoredProblem problem) {
        progress.failed(problem);
        board.end(progress.run(), RunState.FAILED);
    }
}
