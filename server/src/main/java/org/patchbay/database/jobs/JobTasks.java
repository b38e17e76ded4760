package org.patchbay.database.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says to db-scheduler what our jobs are, what happens when one fails, and measures them.
final class JobTasks {

    private static final Logger LOG = LoggerFactory.getLogger(JobTasks.class);

    private final MeterRegistry meters;

    JobTasks(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> OneTimeTask<T> of(OneTimeJob<T> job) {
        return Tasks.oneTime(job.name(), job.data())
                .onFailure(retryOrGiveUp(job))
                .onDeadExecutionRevive()
                .execute((instance, context) -> measured(job, () -> job.work().accept(instance.getData())));
    }

    RecurringTask<Void> of(RecurringJob job) {
        Schedule schedule = switch (job.rhythm()) {
            case Rhythm.Every(var pause) -> Schedules.fixedDelay(pause);
            case Rhythm.Daily(var time) -> Schedules.daily(ZoneOffset.UTC, time);
        };
        return Tasks.recurring(job.name(), schedule)
                .onFailure(retryBeforeItsTime(job, schedule))
                .onDeadExecutionRevive()
                .execute((instance, context) -> measured(job, job.work()));
    }

    private void measured(Job job, Runnable work) {
        Timer.Sample running = Timer.start(meters);
        String outcome = "failed";
        try {
            work.run();
            outcome = "done";
        } finally {
            running.stop(meters.timer("patchbay.jobs", "job", job.name(), "outcome", outcome));
        }
    }

    private <T> FailureHandler<T> retryOrGiveUp(OneTimeJob<T> job) {
        return (failed, operations) -> {
            int failures = failuresOf(failed.getExecution());
            if (job.retry().exhaustedBy(failures)) {
                LOG.error("Job {} was given up after {} failures", job.name(), failures);
                meters.counter("patchbay.jobs.given.up", "job", job.name()).increment();
                operations.remove();
            } else {
                operations.reschedule(
                        failed, failed.getTimeDone().plus(job.retry().pauseAfter(failures)));
            }
        };
    }

    private static FailureHandler<Void> retryBeforeItsTime(RecurringJob job, Schedule schedule) {
        return (failed, operations) -> {
            Instant retry = failed.getTimeDone().plus(job.retry().pauseAfter(failuresOf(failed.getExecution())));
            Instant next = schedule.getNextExecutionTime(failed);
            operations.reschedule(failed, retry.isBefore(next) ? retry : next);
        };
    }

    /// The execution knows only of those before this one.
    private static int failuresOf(Execution execution) {
        return execution.consecutiveFailures + 1;
    }
}
