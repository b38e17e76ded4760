package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.database.Migrations;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.SettableClock;
import org.springframework.dao.DataAccessResourceFailureException;

/// Nobody is told that something is written which is not.
class IngestOutageTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void nobodyIsAnsweredBeforeTheCommit() throws Exception {
        Office office = Office.open();
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Node node = Node.start(office, clock)) {
            UUID workspace = office.workspace();
            Told first = Said.caller(workspace, "CA" + Ids.next());
            Told halting = Said.caller(workspace, "CA" + Ids.next()).answeredBy(request -> {
                reached.countDown();
                awaitQuietly(goOn);
                return "<Response/>";
            });
            Round round = new Round(List.of(Said.entry(first), Said.entry(halting)), Set.of());
            Thread writing = Thread.ofVirtual().start(() -> node.flusher(clock).flush(round));
            reached.await();

            assertThat(round.entries()).noneMatch(entry -> entry.heard().isDone());
            assertThat(office.count("calls")).isZero();

            goOn.countDown();
            writing.join();
            assertThat(round.entries()).allMatch(entry -> entry.heard().isDone());
            assertThat(office.count("calls")).isEqualTo(2);
        }
    }

    @Test
    void whereTheConnectionDiesInTheMiddleNothingIsWrittenAndEverybodyIsToldSo() {
        Office office = Office.open();
        try (Node node = Node.start(office, clock)) {
            UUID workspace = office.workspace();
            Told killer = Said.caller(workspace, "CA" + Ids.next()).answeredBy(request -> {
                office.rows("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'patchbay-ingest' and datname = current_database()");
                return "<Response/>";
            });
            List<Entry> entries = Stream.of(
                            Said.caller(workspace, "CA" + Ids.next()),
                            killer,
                            Said.caller(workspace, "CA" + Ids.next()))
                    .map(Said::entry)
                    .toList();

            node.flusher(clock).flush(new Round(entries, Set.of()));

            assertThat(entries)
                    .allSatisfy(entry -> assertThatThrownBy(() -> entry.heard().join())
                            .hasCauseInstanceOf(DataAccessResourceFailureException.class));
            assertThat(office.count("calls") + office.count("call_events") + office.count("call_sids"))
                    .isZero();
            Told again = Said.caller(workspace, "CA" + Ids.next());
            Eventually.until("it goes on with another connection", () -> isHeard(node, again));
        }
    }

    @Test
    void withoutADatabaseItIsSaidAtOnceAndAfterwardsItGoesOn(@TempDir Path home) throws Exception {
        Path directory = home.resolve("postgres");
        Files.createDirectories(directory);
        EmbeddedCluster cluster = EmbeddedCluster.open(directory);
        Migrations.run(cluster.urls());
        try (Node node = Node.start(new Office(cluster.urls()), clock)) {
            Told told = Said.caller(Ids.next(), "CA" + Ids.next());
            cluster.close();

            List<CompletableFuture<Heard>> heard =
                    Stream.of(told, told, told).map(node.ingest()::tell).toList();

            assertThat(heard)
                    .allSatisfy(each -> assertThatThrownBy(each::join)
                            .hasCauseInstanceOf(DataAccessResourceFailureException.class));
        }
    }

    @Test
    void whatWasTakenBeforeTheStopIsWritten() {
        Office office = Office.open();
        List<CompletableFuture<Heard>> heard;
        try (Node node = Node.start(office, clock)) {
            UUID workspace = office.workspace();
            heard = Stream.generate(() -> Said.caller(workspace, "CA" + Ids.next()))
                    .limit(1_200)
                    .map(node.ingest()::tell)
                    .toList();
            node.ingest().stop();

            assertThat(heard).allMatch(each -> each.isDone() && !each.isCompletedExceptionally());
            assertThat(office.count("calls")).isEqualTo(1_200);
            assertThatThrownBy(() -> node.ingest().tellAndWait(Said.caller(workspace, "CA" + Ids.next())))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }
    }

    private static boolean isHeard(Node node, Told told) {
        try {
            return !node.ingest().tellAndWait(told).unknown();
        } catch (DataAccessResourceFailureException stillGone) {
            return false;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
