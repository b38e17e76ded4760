package org.patchbay.database.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.Ids;
import org.springframework.context.SmartLifecycle;

/// Does the due jobs on this node, from the time the application is up until it goes down.
///
/// It takes its connections past the guard: the schedule belongs to no workspace, and what a job does is
/// done in a scope of its own.
final class JobRunner implements SmartLifecycle {

    /// How late a job may be that another node scheduled; what this node schedules for now is done now.
    static final Duration POLLING = Duration.ofMillis(500);

    /// A node that has not been heard of for four of these is taken for dead, and its jobs are taken over.
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;

    /// Many: most of a job is waiting, such as for a Twilio that does not answer, and what is due for others must not
    /// wait behind it.
    private static final int AT_ONCE = 60;

    private final DataSource pool;
    private final Supplier<Stream<Job>> jobs;
    private final JobTasks tasks;
    private final Serializer json;
    private final Clock clock;
    private final boolean alone;
    private volatile @Nullable Scheduler scheduler;

    /// @param alone whether no other node can be at work on this schedule
    JobRunner(
            DataSource pool, Supplier<Stream<Job>> jobs, JobTasks tasks, Serializer json, Clock clock, boolean alone) {
        this.pool = pool;
        this.jobs = jobs;
        this.tasks = tasks;
        this.json = json;
        this.clock = clock;
        this.alone = alone;
    }

    /// Looks for due jobs now rather than at the next poll.
    ///
    /// @param at when the job was scheduled for; what is not due yet is left to the poll
    void lookIfDue(Instant at) {
        Scheduler running = scheduler;
        if (running != null && !at.isAfter(clock.instant())) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        if (alone) {
            LoneNode.takeUp(pool);
        }
        List<Task<?>> once = new ArrayList<>();
        List<RecurringTask<?>> again = new ArrayList<>();
        jobs.get().forEach(job -> {
            switch (job) {
                case OneTimeJob<?> oneTime -> once.add(tasks.of(oneTime));
                case RecurringJob recurring -> again.add(tasks.of(recurring));
            }
        });
        Scheduler built = Scheduler.create(pool, once)
                .startTasks(again)
                .schedulerName(new SchedulerName.Fixed("node-" + Ids.next()))
                .clock(clock::instant)
                .serializer(json)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .commitWhenAutocommitDisabled(true)
                .pollUsingLockAndFetch(0.5, 1.0)
                .enableImmediateExecution()
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        built.start();
        scheduler = built;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
