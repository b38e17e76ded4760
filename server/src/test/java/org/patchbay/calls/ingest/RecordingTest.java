package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.SettableClock;

/// Recordings are heard of in any order, and are heard at an address of ours.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingTest {

    private final Office office = Office.open();
    private final Node node = Node.start(office, new SettableClock());
    private UUID workspace = Ids.next();
    private UUID call = Ids.next();

    @AfterAll
    void close() {
        node.close();
    }

    @BeforeEach
    void aCall() {
        workspace = office.workspace();
        call = begin();
    }

    @Test
    void whatIsCompletedCanBeHeardAtOurAddress() {
        report(call, "RE1", RecordingStatus.IN_PROGRESS);
        assertThat(url()).isEmpty();

        report(call, "RE1", RecordingStatus.COMPLETED);

        assertThat(url()).contains("/api/recordings/" + recording("RE1", "id") + "/media");
        assertThat(recording("RE1", "duration_seconds")).isEqualTo("7");
        assertThat(office.rows("select data->>'recordingId' from outbox where type = 'recording.ready'"
                        + " and workspace_id = '" + workspace + "'"))
                .containsExactly(recording("RE1", "id"));
    }

    @Test
    void aLateReportTakesNothingBack() {
        report(call, "RE1", RecordingStatus.COMPLETED);
        report(call, "RE1", RecordingStatus.IN_PROGRESS);

        assertThat(recording("RE1", "status")).isEqualTo("completed");
        assertThat(url()).isPresent();
    }

    @Test
    void pausedItMayGoOn() {
        report(call, "RE1", RecordingStatus.PAUSED);
        report(call, "RE1", RecordingStatus.IN_PROGRESS);

        assertThat(recording("RE1", "status")).isEqualTo("in-progress");
    }

    @Test
    void whenTheFirstIsDeletedTheNextIsHeard() {
        report(call, "RE1", RecordingStatus.COMPLETED);
        report(call, "RE2", RecordingStatus.COMPLETED);
        report(call, "RE1", RecordingStatus.DELETED);

        assertThat(url()).contains("/api/recordings/" + recording("RE2", "id") + "/media");
        report(call, "RE2", RecordingStatus.DELETED);
        assertThat(url()).isEmpty();
    }

    @Test
    void itStaysWithTheCallThatItWasFirstReportedFor() {
        report(call, "RE1", RecordingStatus.IN_PROGRESS);
        UUID other = begin();

        report(other, "RE1", RecordingStatus.COMPLETED);

        assertThat(recording("RE1", "status")).isEqualTo("in-progress");
        assertThat(recording("RE1", "call_id")).isEqualTo(call.toString());
    }

    @Test
    void aPauseIsShownUntilItGoesOnAndDesksAreTold() {
        report(call, "RE1", RecordingStatus.IN_PROGRESS);
        assertThat(paused()).isEqualTo("f");
        report(call, "RE1", RecordingStatus.PAUSED);
        report(call, "RE1", RecordingStatus.PAUSED);
        assertThat(paused()).isEqualTo("t");
        assertThat(told()).containsOnlyOnce("true");

        report(call, "RE1", RecordingStatus.IN_PROGRESS);

        assertThat(paused()).isEqualTo("f");
        assertThat(told()).endsWith("true", "false");
    }

    @Test
    void aPauseEndsWithTheCall() {
        report(call, "RE1", RecordingStatus.PAUSED);

        node.ingest().tellAndWait(Said.of(workspace, call, new HangUp(Ids.next()), Ids.next()));

        assertThat(paused()).isEqualTo("f");
        assertThat(office.rows("select data->>'recordingPaused' from outbox where type = 'call.ended'"
                        + " and workspace_id = '" + workspace + "'"))
                .containsExactly("false");
        report(call, "RE1", RecordingStatus.PAUSED);
        assertThat(paused()).as("said afterwards").isEqualTo("f");
    }

    @Test
    void desksAreToldThatARecordingIsDeleted() {
        report(call, "RE1", RecordingStatus.COMPLETED);
        int before = told().size();
        report(call, "RE1", RecordingStatus.DELETED);

        assertThat(told()).hasSize(before + 1);
        report(call, "RE1", RecordingStatus.COMPLETED);
        assertThat(url()).as("a late callback").isEmpty();
    }

    private String paused() {
        return office.rows("select recording_paused from calls where id = '" + call + "'")
                .getFirst();
    }

    /// What `call.updated` has said of pauses, in order.
    private List<String> told() {
        return office.rows("select data->>'recordingPaused' from outbox where type = 'call.updated'"
                + " and workspace_id = '" + workspace + "' order by id");
    }

    private UUID begin() {
        return node.ingest()
                .tellAndWait(Said.caller(workspace, "CA" + Ids.next()))
                .after()
                .orElseThrow()
                .call()
                .id();
    }

    private void report(UUID of, String sid, RecordingStatus status) {
        Heard heard = node.ingest()
                .tellAndWait(Told.of(
                        workspace,
                        new Matter.RecordingReported(
                                new Matter.Where.Id(of), sid, "CF1", status, "Conference", 1, 7, Said.WHEN),
                        Ids.next(),
                        Source.WEBHOOK,
                        "recording",
                        Said.WHEN));
        assertThat(heard.unknown()).isFalse();
    }

    private Optional<String> url() {
        List<String> urls =
                office.rows("select recording_url from calls where id = '" + call + "' and recording_url is not null");
        return urls.stream().findFirst();
    }

    private String recording(String sid, String column) {
        return office.rows("select " + column + " from recordings where workspace_id = '" + workspace
                        + "' and twilio_recording_sid = '" + sid + "'")
                .getFirst();
    }
}
