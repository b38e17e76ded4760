package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.calls.machine.Unanswered;
import org.patchbay.calls.machine.Via;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.SettableClock;

/// A contact is deleted at the moment at which a call was to have it: the call is taken, without them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactGoesTest {

    private final SettableClock clock = new SettableClock();
    private final Office office = Office.open();
    private final Node node = Node.start(office, clock);

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void theirCallIsTakenWithoutThem() throws SQLException {
        UUID workspace = office.workspace();
        UUID contact = office.contact(workspace, "Cleo", "+15005550001");

        CompletableFuture<Heard> heard =
                whileGoing(contact, () -> node.ingest().tell(Said.caller(workspace, "CA" + Ids.next())));

        assertThat(callOf(heard).parties().contactId()).isNull();
        assertThat(office.rows("select coalesce(contact_id::text, 'nobody') from calls where workspace_id = '"
                        + workspace + "'"))
                .containsExactly("nobody");
    }

    @Test
    void whoIsCalledIsCalledAllTheSame() throws SQLException {
        UUID workspace = office.workspace();
        UUID contact = office.contact(workspace, "Cleo", "+15005550001");

        CompletableFuture<Heard> heard = whileGoing(contact, () -> node.ingest().tell(placed(workspace, contact)));

        assertThat(callOf(heard).parties().contactId()).isNull();
    }

    @Test
    void whatIsWrittenInTheSameRoundIsWritten() throws SQLException {
        UUID workspace = office.workspace();
        UUID other = office.workspace();
        UUID contact = office.contact(workspace, "Cleo", "+15005550001");
        UUID theirs = office.contact(other, "Dora", "+15005550001");
        List<Entry> entries = Stream.of(
                        Said.caller(other, "CA" + Ids.next()),
                        Said.caller(workspace, "CA" + Ids.next()),
                        placed(workspace, contact),
                        Said.caller(other, "CA" + Ids.next()))
                .map(Said::entry)
                .toList();

        whileGoing(
                contact,
                () -> CompletableFuture.runAsync(() -> node.flusher(clock).flush(new Round(entries, Set.of())))
                        .thenCompose(flushed -> entries.getLast().heard()));

        assertThat(entries)
                .extracting(entry -> callOf(entry.heard()).parties().contactId())
                .containsExactly(theirs, null, null, theirs);
    }

    private interface Telling {
        CompletableFuture<Heard> tell();
    }

    /// Deletes the contact, has something told that waits for it, and commits.
    private CompletableFuture<Heard> whileGoing(UUID contact, Telling telling) throws SQLException {
        try (Connection deleting = office.asSuperuser();
                Statement statement = deleting.createStatement()) {
            deleting.setAutoCommit(false);
            statement.execute("delete from contacts where id = '" + contact + "'");
            CompletableFuture<Heard> heard = telling.tell();
            Eventually.until(
                    "the ingest waits for the contact",
                    () -> !office.rows("select pid from pg_stat_activity where"
                                    + " datname = current_database() and wait_event_type = 'Lock'"
                                    + " and application_name = 'patchbay-ingest'")
                            .isEmpty());
            deleting.commit();
            heard.join();
            return heard;
        }
    }

    private static Told placed(UUID workspace, UUID contact) {
        Placed placed = new Placed(
                Ids.next(),
                workspace,
                Via.PHONE,
                new Call.Parties(Office.NUMBER, "+15005550001", null, null, contact),
                new Call.Terms(true, Duration.ZERO, Unanswered.MESSAGE, null, false, Duration.ZERO),
                Ids.next(),
                "Ada",
                Ids.next(),
                Ids.next(),
                "+15005550008");
        return Told.of(
                workspace,
                new Matter.Begun(placed),
                DedupeKey.of("placed", placed.callId().toString()),
                Source.MEMBER,
                "call.placed",
                Said.WHEN);
    }

    private static Call callOf(CompletableFuture<Heard> heard) {
        return heard.join().after().orElseThrow().call();
    }
}
