package org.patchbay.systemtests.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.faults.FaultKind;
import org.patchbay.simulator.faults.FaultPlan;
import org.patchbay.simulator.phones.Script;
import org.patchbay.twilio.AccountCalls.NewCall;
import org.patchbay.twilio.CallSeen;
import org.patchbay.twilio.Change;
import org.patchbay.twilio.Spoken;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.VoiceTwiml;

class AccountCallsTest {

    private static final String NONE = "CA" + "f".repeat(32);

    private final CallsAtTwilio twilio = new CallsAtTwilio();

    @AfterEach
    void stop() {
        twilio.close();
    }

    private CallSeen seen(String sid) {
        return twilio.calls().find(sid).orElseThrow();
    }

    @Test
    void aCallIsMadeFollowedAndReadBack() {
        twilio.server.answers("/answer", VoiceTwiml.sayAndHangUp(Spoken.of("Hello & goodbye")));
        twilio.callee(Script.answersAfter(Duration.ofSeconds(3)));
        String sid = twilio.call("/answer");

        assertThat(seen(sid).status()).isEqualTo("queued");
        assertThat(seen(sid).started()).isNull();
        assertThat(seen(sid).price()).isNull();
        twilio.pass(2);
        assertThat(seen(sid).status()).isEqualTo("ringing");
        twilio.pass(60);

        CallSeen over = seen(sid);
        assertThat(over.isOver()).isTrue();
        assertThat(over.status()).isEqualTo("completed");
        assertThat(over.from()).isEqualTo(CallsAtTwilio.NUMBER);
        assertThat(over.to()).isEqualTo(CallsAtTwilio.CALLEE);
        assertThat(over.direction()).isEqualTo("outbound-api");
        assertThat(over.parentSid()).isNull();
        assertThat(over.created()).isEqualTo(CallsAtTwilio.START);
        Instant answered = CallsAtTwilio.START.plusSeconds(3);
        assertThat(over.started()).isEqualTo(answered);
        assertThat(over.ended()).isBetween(answered, answered.plusSeconds(5));
        assertThat(over.durationSeconds()).isBetween(1, 5);
        assertThat(over.priceUnit()).isEqualTo("USD");
        assertThat(twilio.server.said("/status", "CallStatus"))
                .containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(twilio.simulator.phone(CallsAtTwilio.CALLEE).heard()).containsExactly("Hello & goodbye");
    }

    @Test
    void aCallThatIsNotThereIsNotThere() {
        assertThat(twilio.calls().find(NONE)).isEmpty();
        assertThat(twilio.calls().hangUp(NONE)).isEqualTo(Change.OVER);
        assertThat(twilio.calls().cancel(NONE)).isEqualTo(Change.OVER);
        assertThat(twilio.calls().redirect(NONE, twilio.server.url("/other"))).isEqualTo(Change.OVER);
    }

    @Test
    void hangingUpEndsACallInAnyStateAndTwiceIsNoFailure() {
        twilio.server.answers("/answer", VoiceTwiml.playForEver(URI.create("music.wav")));
        twilio.callee(Script.answersAfter(Duration.ofSeconds(5)));
        String queued = twilio.call("/answer");
        assertThat(twilio.calls().hangUp(queued)).isEqualTo(Change.CHANGED);
        assertThat(seen(queued).status()).isEqualTo("canceled");

        String ringing = twilio.call("/answer");
        twilio.pass(2);
        assertThat(seen(ringing).status()).isEqualTo("ringing");
        assertThat(twilio.calls().hangUp(ringing)).isEqualTo(Change.CHANGED);
        assertThat(seen(ringing).status()).isEqualTo("canceled");

        String talking = twilio.call("/answer");
        twilio.pass(10);
        assertThat(seen(talking).status()).isEqualTo("in-progress");
        assertThat(twilio.calls().hangUp(talking)).isEqualTo(Change.CHANGED);
        assertThat(seen(talking).status()).isEqualTo("completed");

        for (String sid : List.of(queued, ringing, talking)) {
            assertThat(twilio.calls().hangUp(sid)).isEqualTo(Change.OVER);
        }
    }

    @Test
    void aCallIsOnlyGivenUpWhileNobodyHasAnsweredIt() {
        twilio.server.answers("/answer", VoiceTwiml.playForEver(URI.create("music.wav")));
        twilio.callee(Script.answersAfter(Duration.ofSeconds(5)));
        String sid = twilio.call("/answer");
        twilio.pass(10);
        assertThat(twilio.calls().cancel(sid)).isEqualTo(Change.NOT_NOW);
        assertThat(seen(sid).status()).isEqualTo("in-progress");
        twilio.calls().hangUp(sid);
        assertThat(twilio.calls().cancel(sid)).isEqualTo(Change.OVER);

        String ringing = twilio.call("/answer");
        twilio.pass(2);
        assertThat(twilio.calls().cancel(ringing)).isEqualTo(Change.CHANGED);
        assertThat(seen(ringing).status()).isEqualTo("canceled");
    }

    @Test
    void aCallHearsSomethingElseOnceItIsAnswered() {
        twilio.server.answers("/answer", VoiceTwiml.playForEver(URI.create("music.wav")));
        twilio.server.answers("/other", VoiceTwiml.sayAndHangUp(Spoken.of("Something else")));
        twilio.callee(Script.answersAfter(Duration.ofSeconds(5)));
        String sid = twilio.call("/answer");
        twilio.pass(2);
        URI other = twilio.server.url("/other");
        assertThat(twilio.calls().redirect(sid, other)).isEqualTo(Change.NOT_NOW);
        twilio.pass(10);
        assertThat(twilio.calls().redirect(sid, other)).isEqualTo(Change.CHANGED);
        twilio.pass(20);
        assertThat(twilio.simulator.phone(CallsAtTwilio.CALLEE).heard()).contains("Something else");
        assertThat(twilio.server.asked("/other"))
                .singleElement()
                .extracting(TwimlServer.Asked::method)
                .isEqualTo("POST");
        assertThat(twilio.calls().redirect(sid, other)).isEqualTo(Change.OVER);
    }

    @Test
    void aCallThatWasMadeWithoutAnAnswerIsFoundAndNotMadeTwice() {
        twilio.call("/answer");
        twilio.pass(60);
        Instant moment = CallsAtTwilio.START.plusSeconds(60);
        assertThat(twilio.calls().madeSince(CallsAtTwilio.NUMBER, CallsAtTwilio.CALLEE, moment))
                .isEmpty();

        twilio.simulator.faults().set(CallsAtTwilio.SID, FaultPlan.seeded(1).with(FaultKind.REST_ERROR_AFTER, 1));
        TwilioFailure failure = catchThrowableOfType(TwilioFailure.class, () -> twilio.call("/answer"));
        assertThat(failure.outcomeUnknown()).isTrue();
        twilio.simulator.faults().clear(CallsAtTwilio.SID);

        assertThat(twilio.calls().madeSince(CallsAtTwilio.NUMBER, CallsAtTwilio.CALLEE, moment.plusMillis(900)))
                .singleElement()
                .satisfies(call -> assertThat(call.created()).isEqualTo(moment));
        assertThat(twilio.calls().madeSince(CallsAtTwilio.NUMBER, "+12125550199", moment))
                .isEmpty();
    }

    @Test
    void aRefusedNumberIsAFailureWithTwiliosCode() {
        TwilioFailure failure = catchThrowableOfType(
                TwilioFailure.class, () -> twilio.calls().create(twilio.to("+15005550001", "/answer")));
        assertThat(failure.code()).hasValue(21211);
        assertThat(failure.outcomeUnknown()).isFalse();
    }

    @Test
    void callsAreFoundByStateAndByTime() {
        twilio.server.answers("/answer", VoiceTwiml.playForEver(URI.create("music.wav")));
        twilio.callee(Script.answers());
        String over = twilio.call("/answer");
        twilio.pass(5);
        twilio.calls().hangUp(over);
        twilio.pass(60);
        String talking = twilio.call("/answer");
        twilio.pass(5);
        twilio.callee(Script.noAnswer());
        String ringing = twilio.call("/answer");
        twilio.pass(2);
        String queued = twilio.call("/answer");

        assertThat(twilio.calls().live()).extracting(CallSeen::sid).containsExactlyInAnyOrder(talking, ringing, queued);
        assertThat(twilio.calls().startedSince(CallsAtTwilio.START, 1_000))
                .extracting(CallSeen::sid)
                .containsExactly(talking, over);
        assertThat(twilio.calls().startedSince(CallsAtTwilio.START.plusSeconds(30), 1_000))
                .extracting(CallSeen::sid)
                .containsExactly(talking);
        assertThat(twilio.calls().startedSince(CallsAtTwilio.START, 1))
                .extracting(CallSeen::sid)
                .containsExactly(talking);
    }

    @Test
    void moreCallsThanAPageHoldsAreAllFound() {
        twilio.callee(Script.noAnswer());
        for (int i = 0; i < 1_203; i++) {
            twilio.call("/answer");
        }
        assertThat(twilio.calls().live().stream().map(CallSeen::sid).distinct()).hasSize(1_203);
    }

    @Test
    void aForwardedCallIsAChildOfTheCallersAndOnlyTakenByAKey() {
        ForwardedCall forwarded = new ForwardedCall(twilio);
        String caller =
                forwarded.begin(Script.answers().after(3).presses("1").after(30).hangsUp());
        twilio.pass(50);

        assertThat(twilio.calls().children(caller)).singleElement().satisfies(child -> {
            assertThat(child.parentSid()).isEqualTo(caller);
            assertThat(child.to()).isEqualTo(ForwardedCall.PHONE);
            assertThat(child.from()).isEqualTo(CallsAtTwilio.NUMBER);
            assertThat(child.direction()).isEqualTo("outbound-dial");
            assertThat(child.status()).isEqualTo("completed");
        });
        assertThat(twilio.server.said(twilio.path("answer"), "DialBridged")).containsExactly("true");
        assertThat(twilio.server.said(twilio.path("answer"), "leg")).containsExactly("l1");
        assertThat(twilio.server.said(twilio.path("status"), "CallStatus"))
                .containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(twilio.server.said(twilio.path("recording"), "RecordingStatus"))
                .containsExactly("in-progress", "completed");
        assertThat(twilio.server.said(twilio.path("recording"), "RecordingChannels"))
                .contains("2");
    }

    @Test
    void aMailboxThatAnswersAForwardedCallDoesNotGetIt() {
        ForwardedCall forwarded = new ForwardedCall(twilio);
        forwarded.begin(Script.voicemail("Please leave a message."));
        twilio.pass(60);
        assertThat(twilio.server.said(twilio.path("answer"), "DialBridged")).containsExactly("false");
        assertThat(twilio.simulator.phone(ForwardedCall.PHONE).heard()).contains("Press 1 to take the call.");
    }

    @Test
    void nothingRingsShorterOrLongerThanTwilioAllows() {
        URI url = twilio.server.url("/");
        for (long seconds : List.of(-1L, 0L, 4L, 601L)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new NewCall("+1", "+2", url, url, url, Duration.ofSeconds(seconds)));
        }
    }
}
