package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.phones.Script;
import org.patchbay.twilio.AccountConferences;
import org.patchbay.twilio.AccountConferences.ConferenceSeen;
import org.patchbay.twilio.AccountConferences.Participant;
import org.patchbay.twilio.AccountRecordings;
import org.patchbay.twilio.AccountRecordings.Recorded;
import org.patchbay.twilio.AccountRecordings.RecordingSeen;
import org.patchbay.twilio.Change;
import org.patchbay.twilio.RecordingMedia;
import org.patchbay.twilio.RecordingMedia.Format;

/// Conferences by our own TwiML, and what is recorded in them.
class AccountConferencesTest {

    private static final String NAME = "call-01990000";
    private static final String NONE = "CF" + "f".repeat(32);
    private static final String NO_CALL = "CA" + "f".repeat(32);

    private final CallsAtTwilio twilio = new CallsAtTwilio();
    private final AccountConferences conferences = twilio.account.conferences();
    private final AccountRecordings recordings = twilio.account.recordings();

    @AfterEach
    void stop() {
        twilio.close();
    }

    private String join(String label, boolean ends) {
        twilio.callee(Script.answers());
        twilio.conference("/" + label, NAME, label, ends);
        String sid = twilio.call("/" + label);
        twilio.pass(3);
        return sid;
    }

    private ConferenceSeen conference() {
        return conferences.find(NAME).orElseThrow();
    }

    @Test
    void whoeverIsAloneInAConferenceHearsTheWaitingSoundAndIsFoundByItsName() {
        String agent = join("agent", true);
        assertThat(conference().status()).isEqualTo("init");
        assertThat(conference().created()).isBetween(CallsAtTwilio.START, CallsAtTwilio.START.plusSeconds(10));
        assertThat(conferences.participants(NAME))
                .containsExactly(new Participant(agent, conference().sid(), "agent", false, false, "connected", true));
        assertThat(conferences.live()).containsExactly(conference());
        assertThat(twilio.server.asked("/waiting.xml"))
                .singleElement()
                .extracting(TwimlServer.Asked::method)
                .isEqualTo("GET");
    }

    @Test
    void twoTalkAndEventsSayWhoCameAndWent() {
        String agent = join("agent", true);
        String customer = join("customer", false);
        assertThat(conference().status()).isEqualTo("in-progress");
        assertThat(conferences.participants(conference().sid()))
                .extracting(Participant::callSid)
                .containsExactlyInAnyOrder(agent, customer);
        twilio.calls().hangUp(customer);
        twilio.pass(1);
        twilio.calls().hangUp(agent);
        twilio.pass(1);
        assertThat(twilio.server.said(twilio.path("conference"), "StatusCallbackEvent"))
                .containsExactly(
                        "participant-join",
                        "participant-join",
                        "conference-start",
                        "participant-leave",
                        "participant-leave",
                        "conference-end");
        assertThat(twilio.server.said(twilio.path("conference"), "call")).containsOnly("c1");
    }

    @Test
    void somebodyMayLeaveWithoutEndingItForTheOther() {
        String agent = join("agent", true);
        String customer = join("customer", false);
        String third = join("third", false);
        String sid = conference().sid();
        assertThat(conferences.endOnExit(sid, agent, false)).isEqualTo(Change.CHANGED);
        assertThat(conferences.participants(sid)).noneMatch(Participant::endsOnExit);
        twilio.calls().hangUp(agent);
        twilio.pass(1);
        assertThat(conferences.participants(NAME))
                .extracting(Participant::callSid)
                .containsExactlyInAnyOrder(customer, third);
        assertThat(conferences.endOnExit(sid, agent, true)).isEqualTo(Change.OVER);
        assertThat(conferences.endOnExit(NONE, agent, true)).isEqualTo(Change.OVER);
        assertThat(conferences.endOnExit(sid, NO_CALL, true)).isEqualTo(Change.OVER);
    }

    @Test
    void anEndedConferenceHangsEverybodyUpAndNobodyIsInIt() {
        String agent = join("agent", true);
        String customer = join("customer", false);
        String sid = conference().sid();
        assertThat(conferences.end(sid)).isEqualTo(Change.CHANGED);
        twilio.pass(1);
        assertThat(twilio.calls().live()).isEmpty();
        assertThat(twilio.calls().find(agent).orElseThrow().status()).isEqualTo("completed");
        assertThat(twilio.calls().find(customer).orElseThrow().status()).isEqualTo("completed");
        assertThat(conferences.find(NAME)).isEmpty();
        assertThat(conferences.participants(NAME)).isEmpty();
        assertThat(conferences.participants(sid)).isEmpty();
        assertThat(conferences.participants(NONE)).isEmpty();
        assertThat(conferences.live()).isEmpty();
        assertThat(conferences.end(sid)).isNotEqualTo(Change.NOT_NOW);
        assertThat(conferences.end(NONE)).isEqualTo(Change.OVER);

        join("agent", true);
        assertThat(conference().sid()).as("the same name again").isNotEqualTo(sid);
    }

    @Test
    void aRecordingIsPausedResumedFoundAndDeleted() throws IOException {
        String agent = join("agent", true);
        join("customer", false);
        String conference = conference().sid();
        Recorded recorded = new Recorded.OfConference(conference);
        RecordingSeen live = recordings.of(recorded).getFirst();
        assertThat(live.status()).isEqualTo("in-progress");
        assertThat(live.source()).isEqualTo("Conference");
        assertThat(live.durationSeconds()).isNull();

        twilio.pass(4);
        assertThat(recordings.pause(recorded, live.sid())).isEqualTo(Change.CHANGED);
        assertThat(recordings.find(live.sid()).orElseThrow().status()).isEqualTo("paused");
        twilio.pass(60);
        assertThat(recordings.resume(recorded, live.sid())).isEqualTo(Change.CHANGED);
        twilio.pass(6);
        twilio.calls().hangUp(agent);
        twilio.pass(30);

        RecordingSeen done = recordings.find(live.sid()).orElseThrow();
        assertThat(done.status()).isEqualTo("completed");
        assertThat(done.durationSeconds()).as("without the pause").isBetween(9, 14);
        assertThat(done.conferenceSid()).isEqualTo(conference);
        assertThat(recordings.createdSince(CallsAtTwilio.START, 10)).containsExactly(done);
        assertThat(recordings.createdSince(CallsAtTwilio.START.plusSeconds(3_600), 10))
                .isEmpty();
        assertThat(recordings.of(new Recorded.OfCall(NO_CALL))).isEmpty();
        assertThat(recordings.pause(recorded, live.sid())).isEqualTo(Change.OVER);
        assertThat(recordings.resume(recorded, AccountRecordings.CURRENT)).isEqualTo(Change.OVER);
        assertThat(twilio.server.said(twilio.path("recording"), "RecordingStatus"))
                .containsExactly("in-progress", "completed");

        listen(done.sid());
        recordings.delete(done.sid());
        recordings.delete(done.sid());
        assertThat(recordings.media(done.sid(), Format.WAV, null)).isEmpty();
    }

    private void listen(String sid) throws IOException {
        byte[] whole = read(recordings.media(sid, Format.WAV, null), 200);
        assertThat(whole).hasSizeGreaterThan(1_000).startsWith('R', 'I', 'F', 'F');
        assertThat(read(recordings.media(sid, Format.WAV, "bytes=4-103"), 206))
                .isEqualTo(Arrays.copyOfRange(whole, 4, 104));
        assertThat(read(recordings.media(sid, Format.WAV, "bytes=-8"), 206))
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 8, whole.length));
        assertThat(read(recordings.media(sid, Format.WAV, "lines=1-2"), 200)).isEqualTo(whole);
        try (RecordingMedia beyond =
                recordings.media(sid, Format.WAV, "bytes=999999999-").orElseThrow()) {
            assertThat(beyond.status()).isEqualTo(416);
            assertThat(beyond.contentRange()).contains("bytes */" + whole.length);
        }
    }

    private static byte[] read(Optional<RecordingMedia> found, int status) throws IOException {
        try (RecordingMedia media = found.orElseThrow()) {
            assertThat(media.status()).isEqualTo(status);
            assertThat(media.contentType()).contains("wav");
            byte[] bytes = media.body().readAllBytes();
            assertThat(media.length()).hasValue(bytes.length);
            assertThat(media.contentRange().isPresent()).isEqualTo(status == 206);
            return bytes;
        }
    }

    @Test
    void aCallsOwnRecordingIsPausedTooWhateverItsSid() {
        new ForwardedCall(twilio)
                .begin(Script.answers().after(3).presses("1").after(60).hangsUp());
        twilio.pass(20);
        String caller = twilio.calls().live().stream()
                .filter(call -> call.parentSid() == null)
                .findFirst()
                .orElseThrow()
                .sid();
        Recorded recorded = new Recorded.OfCall(caller);
        assertThat(recordings.of(recorded))
                .singleElement()
                .satisfies(one -> assertThat(one.channels()).isEqualTo(2));
        assertThat(recordings.pause(recorded, AccountRecordings.CURRENT)).isEqualTo(Change.CHANGED);
        assertThat(recordings.of(recorded).getFirst().status()).isEqualTo("paused");
        assertThat(recordings.resume(recorded, AccountRecordings.CURRENT)).isEqualTo(Change.CHANGED);
        assertThat(recordings.of(recorded).getFirst().status()).isEqualTo("in-progress");
    }
}
