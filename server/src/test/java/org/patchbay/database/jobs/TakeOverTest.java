package org.patchbay.database.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.testing.DatabasePart;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.SettableClock;
import org.patchbay.testing.TestCluster;
import org.postgresql.ds.PGSimpleDataSource;

class TakeOverTest {

    record Errand(String what) {}

    private final SettableClock clock = new SettableClock();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    @Test
    void theJobOfANodeThatDiesInTheMiddleIsDoneByAnother() throws InterruptedException {
        DatabaseUrls urls = TestCluster.scratch();
        AtomicBoolean dead = new AtomicBoolean();
        JobRunner dying = runner(mortal(urls, dead), errand -> {
            begun.countDown();
            await(never);
        });
        try (DatabasePart other = DatabasePart.start(urls, clock, List.of(errand(done -> finished.countDown())))) {
            other.get(JobRunner.class).stop();
            dying.start();
            Tenancy.globally(() -> other.transactions()
                    .write(() -> other.get(Jobs.class)
                            .schedule(errand(done -> {}), "errand", new Errand("fetch"), clock.instant())));
            begun.await();

            dead.set(true);
            other.get(JobRunner.class).start();
            assertThat(finished.getCount())
                    .as("a living node's job is left alone")
                    .isEqualTo(1);
            clock.advance(JobRunner.HEARTBEAT.multipliedBy(5));

            finished.await();
            Eventually.until("it is gone", () -> other.count("""
                    select count(*) from scheduled_tasks where task_name = 'test.errand'""") == 0);
        } finally {
            never.countDown();
            dying.stop();
        }
    }

    /// Only one server can have the embedded database; what an earlier one was doing, nobody does any more.
    @Test
    void aLoneNodeTakesUpAtOnceWhatTheOneBeforeItDidNotFinish() throws InterruptedException {
        DatabaseUrls urls = TestCluster.scratch();
        AtomicBoolean dead = new AtomicBoolean();
        JobRunner dying = runner(mortal(urls, dead), errand -> {
            begun.countDown();
            await(never);
        });
        try (DatabasePart other = DatabasePart.start(urls, clock, List.of(errand(done -> {})))) {
            other.get(JobRunner.class).stop();
            dying.start();
            Tenancy.globally(() -> other.transactions()
                    .write(() -> other.get(Jobs.class)
                            .schedule(errand(done -> {}), "errand", new Errand("fetch"), clock.instant())));
            begun.await();
            dead.set(true);

            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(urls.server());
            JobRunner next = new JobRunner(
                    dataSource,
                    () -> java.util.stream.Stream.of(errand(done -> finished.countDown())),
                    new JobTasks(new io.micrometer.core.instrument.simple.SimpleMeterRegistry()),
                    new JobData(tools.jackson.databind.json.JsonMapper.builder().build()),
                    clock,
                    true);
            next.start();
            finished.await();
            next.stop();
        } finally {
            never.countDown();
            dying.stop();
        }
    }

    private static OneTimeJob<Errand> errand(Consumer<Errand> work) {
        return new OneTimeJob<>("test.errand", Errand.class, Retry.PROMPT, work);
    }

    private JobRunner runner(PGSimpleDataSource dataSource, Consumer<Errand> work) {
        return new JobRunner(
                dataSource,
                () -> java.util.stream.Stream.of(errand(work)),
                new JobTasks(new io.micrometer.core.instrument.simple.SimpleMeterRegistry()),
                new JobData(tools.jackson.databind.json.JsonMapper.builder().build()),
                clock,
                false);
    }

    /// Connections of a node that can be killed: from then on it says nothing to the database any more.
    private static PGSimpleDataSource mortal(DatabaseUrls urls, AtomicBoolean dead) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                if (dead.get()) {
                    throw new SQLException("this node is dead");
                }
                return super.getConnection();
            }
        };
        dataSource.setUrl(urls.server());
        return dataSource;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
