package org.patchbay.database.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.database.NoScope;
import org.patchbay.database.Tenancy;
import org.patchbay.testing.DatabasePart;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.SettableClock;
import org.patchbay.testing.TestCluster;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {

    record Note(String text, Instant written) {}

    private static final Retry TWICE = new Retry(2, Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final SettableClock clock = new SettableClock();
    private final Queue<Note> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger rounds = new AtomicInteger();
    private final OneTimeJob<Note> note = new OneTimeJob<>("test.note", Note.class, Retry.PROMPT, done::add);
    private final OneTimeJob<Note> faulty = new OneTimeJob<>("test.faulty", Note.class, TWICE, data -> {
        attempts.incrementAndGet();
        throw new IllegalStateException("planted fault");
    });
    private final RecurringJob round = new RecurringJob(
            "test.round", new Rhythm.Every(Duration.ofHours(1)), Retry.PATIENT, rounds::incrementAndGet);
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final OneTimeJob<Note> patient = new OneTimeJob<>("test.patient", Note.class, TWICE, data -> {
        waiting.incrementAndGet();
        answer.join();
    });
    private DatabasePart part;

    @BeforeAll
    void start() {
        part = DatabasePart.start(TestCluster.scratch(), clock, List.of(note, faulty, round, patient));
    }

    @AfterAll
    void stop() {
        part.close();
    }

    @Test
    void aJobForNowIsDoneOnceWithItsData() {
        Note data = new Note("now", Instant.parse("2026-11-20T10:00:00.123456Z"));
        schedule(note, "now", data, clock.instant());
        Eventually.until("the job is done", () -> done.contains(data));
        Eventually.until("and gone", () -> waiting("now") == 0);
        assertThat(done).containsOnlyOnce(data);
    }

    /// As many as hang-ups of one office may be while Twilio says nothing.
    @Test
    void whatWaitsForSomebodyElseDoesNotHoldUpWhatIsDue() {
        for (int i = 0; i < 40; i++) {
            schedule(patient, "patient-" + i, new Note("patient", clock.instant()), clock.instant());
        }
        Eventually.until("all of them wait", () -> waiting.get() == 40);
        Note due = new Note("due", clock.instant());
        schedule(note, "due", due, clock.instant());
        Eventually.until("what is due is done", () -> done.contains(due));
        answer.complete(true);
    }

    @Test
    void aJobWaitsForItsTime() {
        Note data = new Note("later", clock.instant());
        schedule(note, "later", data, clock.instant().plus(Duration.ofDays(10)));
        assertThat(waiting("later")).isEqualTo(1);
        assertThat(done).doesNotContain(data);
        clock.advance(Duration.ofDays(10));
        Eventually.until("its time has come", () -> done.contains(data));
    }

    @Test
    void aJobScheduledInARolledBackTransactionDoesNotExist() {
        assertThatThrownBy(() -> Tenancy.globally(() -> part.transactions().write(() -> {
                    jobs().schedule(note, "undone", new Note("undone", clock.instant()), clock.instant());
                    throw new IllegalStateException("rolled back");
                })))
                .hasMessage("rolled back");
        assertThat(waiting("undone")).isZero();
    }

    @Test
    void aJobIsNotScheduledOutsideATransaction() {
        assertThatThrownBy(() -> jobs().schedule(note, "bare", new Note("bare", clock.instant()), clock.instant()))
                .hasRootCauseInstanceOf(NoScope.class);
    }

    @Test
    void theSameIdIsScheduledOnce() {
        Instant later = clock.instant().plus(Duration.ofDays(100));
        assertThat(schedule(note, "twice", new Note("first", later), later)).isTrue();
        assertThat(schedule(note, "twice", new Note("second", later), later)).isFalse();
        assertThat(waiting("twice")).isEqualTo(1);
    }

    @Test
    void ofTwoTransactionsThatScheduleTheSameIdAtOnceOneDoesAndNoneFails() throws Exception {
        Instant later = clock.instant().plus(Duration.ofDays(100));
        CyclicBarrier together = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> attempts = Collections.nCopies(8, () -> {
                together.await();
                return schedule(note, "raced", new Note("raced", later), later);
            });
            int scheduled = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                scheduled += attempt.get() ? 1 : 0;
            }
            assertThat(scheduled).isEqualTo(1);
        }
        assertThat(waiting("raced")).isEqualTo(1);
    }

    @Test
    void aCancelledJobIsGone() {
        Instant later = clock.instant().plus(Duration.ofDays(100));
        schedule(note, "cancelled", new Note("never", later), later);
        assertThat(cancel("cancelled")).isTrue();
        assertThat(waiting("cancelled")).isZero();
        assertThat(cancel("cancelled")).isFalse();
    }

    @Test
    void aFailedJobIsTriedAgainAfterItsPauseAndThenGivenUp() {
        schedule(faulty, "faulty", new Note("faulty", clock.instant()), clock.instant());
        Eventually.until("it failed once", () -> part.count("""
                select count(*) from scheduled_tasks where task_instance = 'faulty' and consecutive_failures = 1""") == 1);
        assertThat(attempts).hasValue(1);
        clock.advance(Duration.ofMinutes(1));
        Eventually.until("it was given up", () -> waiting("faulty") == 0);
        assertThat(attempts).hasValue(2);
        assertThat(part.get(MeterRegistry.class)
                        .counter("patchbay.jobs.given.up", "job", "test.faulty")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRecurringJobIsDoneAtTheStartAndInItsRhythm() {
        Eventually.until("the first round", () -> rounds.get() >= 1);
        Eventually.until("the next one waits", () -> part.count("""
                select count(*) from scheduled_tasks where task_name = 'test.round' and not picked""") == 1);
        int before = rounds.get();
        clock.advance(Duration.ofHours(1));
        Eventually.until("another round", () -> rounds.get() > before);
    }

    private boolean schedule(OneTimeJob<Note> job, String id, Note data, Instant at) {
        return Tenancy.globally(() -> part.transactions().write(() -> jobs().schedule(job, id, data, at)));
    }

    private boolean cancel(String id) {
        return Tenancy.globally(() -> part.transactions().write(() -> jobs().cancel(note, id)));
    }

    private long waiting(String id) {
        return part.count("select count(*) from scheduled_tasks where task_instance = '" + id + "'");
    }

    private Jobs jobs() {
        return part.get(Jobs.class);
    }
}
