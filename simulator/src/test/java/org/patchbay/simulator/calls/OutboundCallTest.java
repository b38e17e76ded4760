package org.patchbay.simulator.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Customer.Received;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;

class OutboundCallTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aCallIsQueuedRingsIsAnsweredAndReportsEachStepInOrder() {
        stage.customer.answers("/answer", "<Say>Hi</Say><Pause length=\"48\"/>");
        stage.callee(Script.answersAfter(Duration.ofSeconds(3)));
        var call = stage.outgoing("/answer").create(stage.sdk);
        assertThat(call.getStatus()).isEqualTo(Call.Status.QUEUED);
        assertThat(call.getDirection()).isEqualTo("outbound-api");
        stage.pass(2);
        assertThat(stage.fetch(call.getSid()).getStatus()).isEqualTo(Call.Status.RINGING);
        stage.pass(60);

        var callbacks = stage.customer.received("/status");
        assertThat(callbacks).allMatch(Received::signed);
        assertThat(callbacks)
                .extracting(r -> r.get("CallStatus"))
                .containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(callbacks).extracting(r -> r.get("SequenceNumber")).containsExactly("0", "1", "2", "3");
        assertThat(callbacks).allMatch(r -> r.get("CallbackSource").equals("call-progress-events"));
        assertThat(callbacks.getLast().get("CallDuration")).isEqualTo("49");
        assertThat(callbacks.getLast().get("Duration")).isEqualTo("1");
        assertThat(callbacks.getLast().get("SipResponseCode")).isEqualTo("200");
        assertThat(stage.customer.only("/answer").get("CallStatus")).isEqualTo("in-progress");
        assertThat(stage.fetch(call.getSid()).getDuration()).isEqualTo("49");
    }

    @Test
    void whatACallCostsIsKnownAWhileAfterItsEnd() {
        stage.customer.answers("/answer", "<Say>Hi</Say><Pause length=\"68\"/>");
        stage.callee(Script.answers());
        var call = stage.outgoing("/answer").create(stage.sdk);
        while (stage.fetch(call.getSid()).getStatus() != Call.Status.COMPLETED) {
            stage.pass(1);
        }
        assertThat(stage.fetch(call.getSid()).getPrice()).isNull();
        stage.pass((int) Rates.RATED_AFTER.toSeconds());
        assertThat(stage.fetch(call.getSid()).getPrice()).isEqualTo("-0.02800");
    }

    @Test
    void busyDeclinedUnreachableAndUnansweredCallsEndAsTwilioNamesThem() {
        assertThat(outcomeOf(Script.busy())).isEqualTo("busy");
        assertThat(outcomeOf(Script.declinesAfter(Duration.ofSeconds(2)))).isEqualTo("busy");
        assertThat(outcomeOf(Script.unreachable())).isEqualTo("failed");
        assertThat(outcomeOf(Script.noAnswer())).isEqualTo("no-answer");
        assertThat(stage.customer.received("/answer")).isEmpty();
    }

    private String outcomeOf(Script script) {
        stage.callee(script);
        var call = stage.outgoing("/answer").setTimeout(20).create(stage.sdk);
        stage.pass(26);
        var last = stage.customer.received("/status").getLast();
        assertThat(last.get("CallSid")).isEqualTo(call.getSid());
        assertThat(last.get("CallDuration")).isEqualTo("0");
        return last.get("CallStatus");
    }

    @Test
    void itRingsFiveSecondsLongerThanTold() {
        stage.callee(Script.noAnswer());
        var call = stage.outgoing("/answer").setTimeout(20).create(stage.sdk);
        stage.pass(24);
        assertThat(stage.fetch(call.getSid()).getStatus()).isEqualTo(Call.Status.RINGING);
        stage.pass(2);
        assertThat(stage.fetch(call.getSid()).getStatus()).isEqualTo(Call.Status.NO_ANSWER);
    }

    @Test
    void onlyTheEndIsReportedUnlessMoreIsAskedFor() {
        stage.customer.answers("/answer", "<Hangup/>");
        stage.callee(Script.answers());
        Call.creator(
                        new PhoneNumber(Stage.CALLEE),
                        new PhoneNumber(Stage.NUMBER),
                        URI.create(stage.customer.url("/answer")))
                .setStatusCallback(stage.customer.url("/status"))
                .create(stage.sdk);
        stage.pass(5);
        assertThat(stage.customer.only("/status").get("CallStatus")).isEqualTo("completed");
        assertThat(stage.customer.only("/status").get("SequenceNumber")).isEqualTo("0");
    }

    @Test
    void inlineTwimlRunsAndALiveCallCanBeRedirectedAndEnded() {
        stage.customer.answers("/other", "<Pause length=\"100\"/>");
        stage.callee(Script.answers());
        var call = Call.creator(
                        new PhoneNumber(Stage.CALLEE),
                        new PhoneNumber(Stage.NUMBER),
                        new Twiml("<Response><Say>inline</Say><Pause length=\"100\"/></Response>"))
                .create(stage.sdk);
        stage.pass(5);
        assertThat(stage.simulator.phone(Stage.CALLEE).heard()).containsExactly("inline");
        Call.updater(call.getSid()).setUrl(stage.customer.url("/other")).update(stage.sdk);
        stage.pass(1);
        assertThat(stage.customer.received("/other")).hasSize(1);
        var ended = Call.updater(call.getSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(stage.sdk);
        assertThat(ended.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThatThrownBy(() -> Call.updater(call.getSid())
                        .setStatus(Call.UpdateStatus.COMPLETED)
                        .update(stage.sdk))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(21220));
    }

    @Test
    void aRingingCallCanBeCanceledAndAQueuedOneIsCanceledSilently() {
        stage.callee(Script.noAnswer());
        var ringing = stage.outgoing("/answer").create(stage.sdk);
        stage.pass(1);
        Call.updater(ringing.getSid()).setStatus(Call.UpdateStatus.CANCELED).update(stage.sdk);
        stage.rest();
        assertThat(stage.fetch(ringing.getSid()).getStatus()).isEqualTo(Call.Status.CANCELED);
        assertThat(stage.customer.received("/status").getLast().get("CallStatus"))
                .isEqualTo("canceled");
        int before = stage.customer.received("/status").size();

        var queued = stage.outgoing("/answer").create(stage.sdk);
        Call.updater(queued.getSid()).setStatus(Call.UpdateStatus.CANCELED).update(stage.sdk);
        stage.pass(60);
        assertThat(stage.fetch(queued.getSid()).getStatus()).isEqualTo(Call.Status.CANCELED);
        assertThat(stage.customer.received("/status")).hasSize(before);
    }

    @Test
    void badNumbersAndMissingFieldsHaveTheirCodes() {
        assertThat(codeOf("", Stage.NUMBER)).isEqualTo(21201);
        assertThat(codeOf("12", Stage.NUMBER)).isEqualTo(21211);
        assertThat(codeOf(Stage.CALLEE, "")).isEqualTo(21213);
        assertThat(codeOf(Stage.CALLEE, "nonsense")).isEqualTo(21212);
        assertThat(codeOf(Stage.CALLEE, "+13125559999")).isEqualTo(21210);
    }

    private int codeOf(String to, String from) {
        try {
            Call.creator(new PhoneNumber(to), new PhoneNumber(from), URI.create(stage.customer.url("/answer")))
                    .create(stage.sdk);
            return 0;
        } catch (ApiException e) {
            return e.getCode();
        }
    }

    @Test
    void aMachineIsTakenForOneAndAPersonForAPerson() {
        stage.customer.answers("/answer", "<Hangup/>");
        stage.callee(Script.voicemail("You have reached the mailbox of somebody who is not here at all"));
        stage.outgoing("/answer").setMachineDetection("DetectMessageEnd").create(stage.sdk);
        stage.pass(20);
        assertThat(stage.customer.only("/answer").get("AnsweredBy")).isEqualTo("machine_end_beep");
        assertThat(stage.customer.received("/status").getLast().get("AnsweredBy"))
                .isEqualTo("machine_end_beep");

        stage.callee(Script.answers());
        stage.outgoing("/answer")
                .setMachineDetection("Enable")
                .setAsyncAmd("true")
                .setAsyncAmdStatusCallback(URI.create(stage.customer.url("/amd")))
                .create(stage.sdk);
        stage.customer.answers("/answer", "<Pause length=\"30\"/>");
        stage.pass(20);
        var verdict = stage.customer.only("/amd");
        assertThat(verdict.get("AnsweredBy")).isEqualTo("human");
        assertThat(verdict.params().names())
                .containsExactlyInAnyOrder("CallSid", "AccountSid", "AnsweredBy", "MachineDetectionDuration");
    }
}
