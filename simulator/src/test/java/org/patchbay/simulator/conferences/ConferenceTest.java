package org.patchbay.simulator.conferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Customer.Received;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;

class ConferenceTest {

    private static final String EVENTS =
            "statusCallback=\"/events\" statusCallbackEvent=\"start end join leave mute hold"
                    + " modify announcement\" ";
    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private PhoneCall join(String attributes) {
        stage.voice("<Dial action=\"/after\"><Conference " + EVENTS + attributes + ">room</Conference></Dial>");
        stage.customer.answers("/after", "<Hangup/>");
        return stage.incoming(Script.answers());
    }

    private List<String> events() {
        return stage.customer.received("/events").stream()
                .map(r -> r.get("StatusCallbackEvent"))
                .toList();
    }

    private Conference conference() {
        return Conference.reader().read(stage.sdk).iterator().next();
    }

    private ParticipantCreator add() {
        stage.callee(Script.answers());
        return Participant.creator("room", new PhoneNumber(Stage.NUMBER), new PhoneNumber(Stage.CALLEE));
    }

    @Test
    void oneWaitsTwoTalkAndTheLastToLeaveEndsIt() {
        var first = join("");
        assertThat(events()).containsExactly("participant-join");
        assertThat(conference().getStatus()).isEqualTo(Conference.Status.INIT);
        var second = join("");
        assertThat(events()).containsExactly("participant-join", "participant-join", "conference-start");
        assertThat(conference().getStatus()).isEqualTo(Conference.Status.IN_PROGRESS);
        first.hangUp();
        second.hangUp();
        stage.rest();
        assertThat(events().subList(3, 6)).containsExactly("participant-leave", "participant-leave", "conference-end");
        var received = stage.customer.received("/events");
        assertThat(received).allMatch(Received::signed);
        assertThat(received).extracting(r -> r.get("SequenceNumber")).containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(received.get(3).get("ReasonParticipantLeft")).isEqualTo("participant_hung_up");
        assertThat(received.getLast().get("ReasonConferenceEnded")).isEqualTo("last-participant-left");
        assertThat(conference().getStatus()).isEqualTo(Conference.Status.COMPLETED);
        assertThat(conference().getReasonConferenceEnded().toString()).isEqualTo("last-participant-left");
    }

    @Test
    void withoutSomebodyWhoMayStartItNobodyTalks() {
        join("startConferenceOnEnter=\"false\"");
        join("startConferenceOnEnter=\"false\"");
        assertThat(events()).doesNotContain("conference-start");
        join("startConferenceOnEnter=\"true\"");
        assertThat(events()).contains("conference-start");
    }

    @Test
    void whoeverHasEndConferenceOnExitTakesTheOthersAlongAndTheyCarryOn() {
        var customer = join("");
        var agent = join("endConferenceOnExit=\"true\"");
        agent.hangUp();
        stage.rest();
        assertThat(events()).endsWith("participant-leave", "participant-leave", "conference-end");
        var left = stage.customer.received("/events").get(4);
        assertThat(left.get("ReasonParticipantLeft")).isEqualTo("moderator_ended_conference");
        var action = stage.customer.received("/after").stream()
                .filter(r -> r.get("CallStatus").equals("in-progress"))
                .toList();
        assertThat(action).singleElement().satisfies(r -> {
            assertThat(r.get("DialCallStatus")).isEqualTo("answered");
            assertThat(r.has("DialCallSid")).isFalse();
            assertThat(r.has("DialCallDuration")).isFalse();
        });
        assertThat(customer.isOver()).isTrue();
    }

    @Test
    void theFirstJoinersCallbackSettingsWin() {
        join("");
        stage.voice(
                "<Dial><Conference statusCallback=\"/other\" statusCallbackEvent=\"join\">room</Conference></Dial>");
        stage.incoming(Script.answers());
        assertThat(stage.customer.received("/other")).isEmpty();
        assertThat(events()).containsExactly("participant-join", "participant-join", "conference-start");
    }

    @Test
    void waitMusicIsHeardBeforeTheStartAndNotRepeated() {
        stage.customer.answers("/wait", "<Say>Please wait</Say>");
        var call = join("waitUrl=\"/wait\"");
        stage.pass(60);
        assertThat(stage.customer.received("/wait")).hasSize(1);
        assertThat(call.phone().heard()).containsExactly("Please wait");
    }

    @Test
    void aTakenLabelDoesNotJoinAndGoesOn() {
        join("participantLabel=\"desk\"");
        stage.voice("<Dial><Conference participantLabel=\"desk\">room</Conference></Dial><Say>Went on</Say>");
        var call = stage.incoming(Script.answers());
        stage.pass(2);
        assertThat(stage.alertCodes()).containsExactly(16025);
        assertThat(call.phone().heard()).contains("Went on");
    }

    @Test
    void aParticipantIsCalledInMutedHeldAnnouncedToAndRemoved() {
        join("");
        var added = add().setLabel("customer").setEndConferenceOnExit(false).create(stage.sdk);
        assertThat(added.getStatus()).isEqualTo(Participant.Status.QUEUED);
        stage.pass(1);
        String room = added.getConferenceSid();
        assertThat(Participant.fetcher(room, "customer").fetch(stage.sdk).getStatus())
                .isEqualTo(Participant.Status.CONNECTED);
        assertThat(Participant.reader(room).read(stage.sdk)).hasSize(2);

        stage.customer.answers("/hold", "<Say>On hold</Say>");
        assertThat(Participant.updater(room, "customer")
                        .setMuted(true)
                        .update(stage.sdk)
                        .getMuted())
                .isTrue();
        assertThat(Participant.updater(room, added.getCallSid())
                        .setHold(true)
                        .setHoldUrl(stage.customer.url("/hold"))
                        .update(stage.sdk)
                        .getHold())
                .isTrue();
        stage.rest();
        stage.customer.answers("/announce", "<Say>Attention</Say>");
        Participant.updater(room, "customer")
                .setAnnounceUrl(stage.customer.url("/announce"))
                .update(stage.sdk);
        Participant.updater(room, "customer").setHold(false).update(stage.sdk);
        Participant.updater(room, "customer").setEndConferenceOnExit(true).update(stage.sdk);
        stage.pass(3);
        assertThat(stage.customer.only("/hold").method()).isEqualTo("GET");
        assertThat(stage.simulator.phone(Stage.CALLEE).heard()).contains("On hold", "Attention");
        assertThat(events())
                .contains(
                        "participant-mute",
                        "participant-hold",
                        "participant-unhold",
                        "participant-modify",
                        "announcement-end");

        Participant.updater(room, "customer").setEndConferenceOnExit(false).update(stage.sdk);
        assertThat(Participant.deleter(room, "customer").delete(stage.sdk)).isTrue();
        stage.rest();
        assertThat(stage.simulator.phone(Stage.CALLEE).calls()).isEmpty();
        assertThatThrownBy(() -> Participant.fetcher(room, "customer").fetch(stage.sdk))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
    }

    @Test
    void someoneWhoDoesNotAnswerLeavesWithoutHavingJoined() {
        join("");
        add();
        stage.callee(Script.busy());
        Participant.creator("room", new PhoneNumber(Stage.NUMBER), new PhoneNumber(Stage.CALLEE))
                .create(stage.sdk);
        stage.pass(1);
        var last = stage.customer.received("/events").getLast();
        assertThat(last.get("StatusCallbackEvent")).isEqualTo("participant-leave");
        assertThat(last.get("ReasonParticipantLeft")).isEqualTo("participant_add_failed");
        assertThat(last.get("ParticipantCallStatus")).isEqualTo("busy");
    }

    @Test
    void aCoachMustNameSomebodyInTheRoom() {
        join("");
        var added = add().create(stage.sdk);
        stage.pass(1);
        assertThatThrownBy(() -> add().setCoaching(true)
                        .setCallSidToCoach("CA00000000000000000000000000000000")
                        .create(stage.sdk))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(13240));
        var coach =
                add().setCoaching(true).setCallSidToCoach(added.getCallSid()).create(stage.sdk);
        stage.pass(1);
        assertThat(Participant.fetcher(coach.getConferenceSid(), coach.getCallSid())
                        .fetch(stage.sdk)
                        .getCoaching())
                .isTrue();
    }

    @Test
    void restEndsItForEverybodyAndItsNameStartsAnew() {
        join("");
        join("");
        var old = conference();
        Conference.updater(old.getSid())
                .setStatus(Conference.UpdateStatus.COMPLETED)
                .update(stage.sdk);
        stage.pass(1);
        var last = stage.customer.received("/events").getLast();
        assertThat(last.get("ReasonConferenceEnded")).isEqualTo("conference-ended-via-api");
        assertThat(Participant.reader(old.getSid()).read(stage.sdk)).isEmpty();
        join("");
        assertThat(conference().getSid()).isNotEqualTo(old.getSid());
    }

    @Test
    void itIsRecordedFromItsStart() {
        join("record=\"record-from-start\" recordingStatusCallback=\"/recorded\"");
        stage.pass(10);
        var second = join("endConferenceOnExit=\"true\"");
        stage.pass(5);
        second.hangUp();
        stage.pass(3);
        var recorded = stage.customer.only("/recorded");
        assertThat(recorded.get("RecordingDuration")).isEqualTo("5");
        assertThat(recorded.get("RecordingSource")).isEqualTo("Conference");
        assertThat(recorded.get("RecordingChannels")).isEqualTo("1");
        assertThat(recorded.get("ConferenceSid")).isEqualTo(conference().getSid());
    }

    @Test
    void aConferenceAnnouncementIsHeardByAll() {
        var first = join("");
        var added = add().create(stage.sdk);
        stage.pass(1);
        stage.customer.answers("/announce", "<Say>To everybody</Say>");
        Conference.updater(added.getConferenceSid())
                .setAnnounceUrl(URI.create(stage.customer.url("/announce")))
                .update(stage.sdk);
        stage.pass(3);
        assertThat(first.phone().heard()).contains("To everybody");
        assertThat(stage.simulator.phone(Stage.CALLEE).heard()).contains("To everybody");
        assertThat(events()).contains("announcement-end");
    }
}
