package org.patchbay.simulator.dial;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Customer.Received;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;

class DialTest {

    private static final String OTHER = "+12125550133";
    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private void dial(String attributes, String nouns) {
        stage.voice("<Dial action=\"/dialed\" " + attributes + ">" + nouns + "</Dial>");
        stage.customer.answers("/dialed", "<Hangup/>");
    }

    @Test
    void aConversationEndsWhenTheCalledPartyHangsUp() {
        dial(
                "",
                "<Number statusCallback=\"/child\" statusCallbackEvent=\"initiated ringing answered completed\">"
                        + Stage.CALLEE + "</Number>");
        stage.callee(Script.answersAfter(Duration.ofSeconds(3)).after(20).hangsUp());
        stage.incoming(Script.answers());
        stage.pass(30);

        var result = stage.customer.only("/dialed");
        assertThat(result.get("DialCallStatus")).isEqualTo("completed");
        assertThat(result.get("DialBridged")).isEqualTo("true");
        assertThat(result.get("DialCallDuration")).isEqualTo("20");
        assertThat(result.get("Direction")).isEqualTo("inbound");
        var child = stage.fetch(result.get("DialCallSid"));
        assertThat(child.getDirection()).isEqualTo("outbound-dial");
        assertThat(child.getParentCallSid()).isEqualTo(result.get("CallSid"));
        assertThat(child.getFrom()).isEqualTo(Stage.CALLER);
        var reports = stage.customer.received("/child");
        assertThat(reports)
                .extracting(r -> r.get("CallStatus"))
                .containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(reports).extracting(r -> r.get("SequenceNumber")).containsExactly("0", "1", "2", "3");
        assertThat(reports).allMatch(r -> r.get("ParentCallSid").equals(result.get("CallSid")));
        assertThat(reports).allMatch(Received::signed);
    }

    @Test
    void theCallerHangingUpEndsTheOther() {
        dial("", "<Number>" + Stage.CALLEE + "</Number>");
        stage.callee(Script.answers());
        var caller = stage.incoming(Script.answers());
        stage.pass(5);
        var callee = stage.simulator.phone(Stage.CALLEE).calls().getFirst();
        caller.hangUp();
        stage.rest();
        assertThat(callee.isOver()).isTrue();
        var result = stage.customer.only("/dialed");
        assertThat(result.get("CallStatus")).isEqualTo("completed");
        assertThat(result.get("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void whatEndsWithoutAConversationIsNamed() {
        dial("timeout=\"10\"", "<Number>" + Stage.CALLEE + "</Number>");
        assertThat(outcome(Script.busy())).isEqualTo("busy");
        assertThat(outcome(Script.unreachable())).isEqualTo("failed");
        assertThat(outcome(Script.noAnswer())).isEqualTo("no-answer");
    }

    private String outcome(Script script) {
        stage.callee(script);
        int before = stage.customer.received("/dialed").size();
        stage.incoming(Script.answers());
        stage.pass(16);
        var results = stage.customer.received("/dialed");
        assertThat(results).hasSize(before + 1);
        assertThat(results.getLast().get("DialBridged")).isEqualTo("false");
        assertThat(results.getLast().has("DialCallDuration")).isFalse();
        return results.getLast().get("DialCallStatus");
    }

    @Test
    void ofSeveralThatRingTogetherTheFirstAnswerWinsAndTheOthersAreCanceled() {
        dial(
                "",
                "<Number>" + Stage.CALLEE + "</Number><Number statusCallback=\"/loser\">" + OTHER + "</Number>"
                        + "<Client>agent</Client>");
        stage.callee(Script.answersAfter(Duration.ofSeconds(4)));
        var client = stage.simulator.client(stage.account, "agent").script(Script.noAnswer());
        stage.incoming(Script.answers());
        assertThat(client.calls()).hasSize(1);
        stage.pass(5);
        assertThat(stage.customer.only("/loser").get("CallStatus")).isEqualTo("canceled");
        assertThat(client.calls()).isEmpty();
        assertThat(Call.reader().setStatus(Call.Status.CANCELED).read(stage.sdk))
                .hasSize(2);
    }

    @Test
    void oneAfterAnotherWhenSequential() {
        dial(
                "sequential=\"true\" timeout=\"5\"",
                "<Number>" + Stage.CALLEE + "</Number><Number>" + OTHER + "</Number>");
        stage.callee(Script.noAnswer());
        stage.simulator.phone(OTHER).script(Script.answers().after(2).hangsUp());
        stage.incoming(Script.answers());
        stage.pass(9);
        assertThat(stage.simulator.phone(OTHER).calls()).isEmpty();
        assertThat(stage.customer.received("/dialed")).isEmpty();
        stage.pass(10);
        assertThat(stage.customer.only("/dialed").get("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void answerOnBridgeKeepsTheCallerRinging() {
        dial("answerOnBridge=\"true\"", "<Number>" + Stage.CALLEE + "</Number>");
        stage.callee(Script.answersAfter(Duration.ofSeconds(6)));
        var caller = stage.incoming(Script.answers());
        stage.pass(5);
        assertThat(caller.isAnswered()).isFalse();
        stage.pass(2);
        assertThat(caller.isAnswered()).isTrue();
    }

    @Test
    void aWhisperIsHeardByTheCalledPartyOnlyAndMayRefuse() {
        dial("", "<Number url=\"/whisper\">" + Stage.CALLEE + "</Number>");
        stage.customer.answers(
                "/whisper", "<Gather action=\"/screened\" timeout=\"3\"><Say>Press 1</Say></Gather><Hangup/>");
        stage.customer.answers("/screened", "");
        stage.callee(Script.answers());
        var caller = stage.incoming(Script.answers());
        stage.pass(15);
        assertThat(stage.customer.only("/dialed").get("DialCallStatus")).isEqualTo("completed");
        assertThat(stage.customer.only("/dialed").get("DialBridged")).isEqualTo("false");
        assertThat(caller.phone().heard()).doesNotContain("Press 1");

        stage.callee(Script.answers().after(1).presses("1").after(10).hangsUp());
        stage.incoming(Script.answers());
        stage.pass(15);
        assertThat(stage.customer.received("/dialed").getLast().get("DialBridged"))
                .isEqualTo("true");
    }

    @Test
    void wordsAndKeysCrossTheBridge() {
        dial("", "<Client><Identity>agent</Identity><Parameter name=\"lead\" value=\"7 &amp; 8\"/></Client>");
        var client = stage.simulator.client(stage.account, "agent").script(Script.answers());
        var caller = stage.incoming(Script.answers());
        stage.pass(1);
        caller.say("Hello agent");
        client.calls().getFirst().say("Hello caller");
        stage.rest();
        assertThat(client.heard()).containsExactly("Hello agent");
        assertThat(caller.phone().heard()).containsExactly("Hello caller");
    }

    @Test
    void aForeignCallerIdIsRefused() {
        dial("callerId=\"+13125559876\"", "<Number>" + Stage.CALLEE + "</Number>");
        stage.callee(Script.answers());
        stage.incoming(Script.answers());
        assertThat(stage.customer.only("/dialed").get("DialCallStatus")).isEqualTo("failed");
        assertThat(stage.alertCodes()).containsExactly(13214);
    }

    @Test
    void theConversationIsRecordedWhenAsked() {
        dial(
                "record=\"record-from-answer-dual\" recordingStatusCallback=\"/recorded\"",
                "<Number>" + Stage.CALLEE + "</Number>");
        stage.callee(Script.answers().after(7).hangsUp());
        stage.incoming(Script.answers());
        stage.pass(20);
        var result = stage.customer.only("/dialed");
        assertThat(result.get("RecordingDuration")).isEqualTo("7");
        var recorded = stage.customer.only("/recorded");
        assertThat(recorded.get("CallSid")).isEqualTo(result.get("CallSid"));
        assertThat(recorded.get("RecordingSource")).isEqualTo("DialVerb");
        assertThat(recorded.get("RecordingChannels")).isEqualTo("2");
        assertThat(recorded.get("RecordingStatus")).isEqualTo("completed");
        assertThat(recorded.has("From")).isFalse();
    }

    @Test
    void aChildThatRestTakesAwayLeavesTheDialWithoutADuration() {
        dial("", "<Number>" + Stage.CALLEE + "</Number>");
        stage.customer.answers("/elsewhere", "<Pause length=\"100\"/>");
        stage.callee(Script.answers());
        stage.incoming(Script.answers());
        stage.pass(5);
        var child = Call.reader()
                .setTo(new PhoneNumber(Stage.CALLEE))
                .read(stage.sdk)
                .iterator()
                .next();
        Call.updater(child.getSid()).setUrl(stage.customer.url("/elsewhere")).update(stage.sdk);
        stage.pass(1);
        assertThat(stage.customer.only("/dialed").has("DialCallDuration")).isFalse();
        assertThat(stage.fetch(child.getSid()).getStatus()).isEqualTo(Call.Status.IN_PROGRESS);
    }

    @Test
    void aNumberOfASimulatedAccountAnswersWithItsOwnTwiml() {
        stage.simulator.addNumber(stage.account, "+14155550177");
        stage.voice("<Say>Number speaking</Say>");
        stage.customer.answers("/out", "<Pause length=\"60\"/>");
        var call = Call.creator(
                        new PhoneNumber(Stage.NUMBER),
                        new PhoneNumber("+14155550177"),
                        URI.create(stage.customer.url("/out")))
                .create(stage.sdk);
        stage.pass(1);
        var inbound = stage.customer.only("/voice");
        assertThat(inbound.get("From")).isEqualTo("+14155550177");
        assertThat(inbound.get("Direction")).isEqualTo("inbound");
        assertThat(inbound.get("CallSid")).isNotEqualTo(call.getSid());
        stage.pass(5);
        assertThat(stage.fetch(call.getSid()).getStatus()).isEqualTo(Call.Status.COMPLETED);
    }
}
