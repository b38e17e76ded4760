package org.patchbay.simulator.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.Client;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Sdk;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.media.peer.Peer;
import org.patchbay.simulator.phones.Script;

class BrowserCallsTest {

    private static final double A = 400;
    private static final double B = 700;
    private static final String OTHER = "+12125550122";

    private final AudibleStage stage = new AudibleStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aClientCallsAnotherAndBothHearEachOther() throws Exception {
        stage.application("<Dial><Client><Identity>bob</Identity>"
                + "<Parameter name=\"queue\" value=\"sales &amp; co\"/></Client></Dial>");
        var bob = stage.phone("bob", B);
        var alice = stage.phone("alice", A);
        alice.dial(Map.of("To", "bob", "case", "a b&c=é"));
        var parameters = bob.answer();

        alice.sound().awaitTone(B, A);
        bob.sound().awaitTone(A, B);
        var asked = stage.customer.only("/app");
        assertThat(asked.get("From")).isEqualTo("client:alice");
        assertThat(asked.get("To")).isEqualTo("bob");
        assertThat(asked.get("case")).isEqualTo("a b&c=é");
        assertThat(asked.get("ApplicationSid")).isEqualTo(stage.application);
        assertThat(asked.get("Direction")).isEqualTo("inbound");
        assertThat(asked.get("CallSid")).isEqualTo(alice.callSid());
        assertThat(asked.signed()).isTrue();
        assertThat(parameters.path("From").asString()).isEqualTo("client:alice");
        assertThat(parameters.path("Params").asString()).contains("queue=sales+%26+co");

        bob.hangUp();
        alice.await("hangup");
        AudibleStage.await("the call is completed", () -> status(alice) == Call.Status.COMPLETED);
    }

    @Test
    void keysReachGatherWithTheSoundAndBesideIt() throws Exception {
        stage.application("<Gather numDigits=\"3\" action=\"/digits\" timeout=\"30\"/>");
        stage.customer.answers("/digits", "<Gather numDigits=\"2\" action=\"/more\" timeout=\"30\"/>");
        stage.customer.answers("/more", "<Hangup/>");
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        alice.await("answer");
        AudibleStage.await("the keys are gathered", () -> stepped(alice, "<Gather>"));
        for (char key : "123".toCharArray()) {
            alice.sound().peer().press(key, Peer.keyEvents());
        }
        AudibleStage.await(
                "the digits arrive", () -> !stage.customer.received("/digits").isEmpty());
        assertThat(stage.customer.only("/digits").get("Digits")).isEqualTo("123");
        AudibleStage.await(
                "more is gathered",
                () -> stage.simulator.exchange(alice.callSid()).stream()
                                .filter(entry -> entry.toString().contains("<Gather>"))
                                .count()
                        == 2);
        alice.send("4w5");
        alice.await("hangup");
        assertThat(stage.customer.only("/more").get("Digits")).isEqualTo("45");
    }

    @Test
    void theCallerHearsRingingUntilTheOtherAnswers() throws Exception {
        stage.application(
                "<Dial answerOnBridge=\"true\" callerId=\"" + AudibleStage.NUMBER + "\">" + OTHER + "</Dial>");
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        alice.sound().awaitTone(440, A);
        assertThat(status(alice)).isEqualTo(Call.Status.RINGING);
        stage.simulator.phone(OTHER).calls().getFirst().answer();
        alice.await("answer");
        alice.sound().awaitNoTone(440);
    }

    @Test
    void aScriptedPhoneHasAVoice() throws Exception {
        stage.application("<Dial callerId=\"" + AudibleStage.NUMBER + "\">" + OTHER + "</Dial>");
        stage.simulator.phone(OTHER).script(Script.answers().presses("0").presses("0"));
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        alice.await("answer");
        AudibleStage.await("the phone answers", () -> stepped(alice, "bridged"));
        stage.simulator.phone(OTHER).calls().getFirst().press("000000000000000000000");
        alice.sound().await(frames -> Goertzel.amplitude(frames, 941) > 1000, 5);
        stage.simulator.phone(OTHER).calls().getFirst().say("Good morning. This is a telephone that speaks.");
        alice.sound().await(frames -> Pcm.rms(frames) > 500, 10);
    }

    @Test
    void aClientThatRefusesIsBusyAndOneThatIsNotThereIsTheScriptedOne() throws Exception {
        stage.application("<Dial action=\"/dialled\"><Client>bob</Client></Dial>");
        stage.customer.answers("/dialled", "<Reject reason=\"busy\"/>");
        var bob = stage.phone("bob", B);
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        bob.reject();
        alice.await("hangup");
        assertThat(stage.customer.only("/dialled").get("DialCallStatus")).isEqualTo("busy");

        stage.simulator.client(stage.account, "carol").script(Script.answers().hangsUp());
        stage.application("<Dial action=\"/carol\"><Client>carol</Client></Dial>");
        stage.customer.answers("/carol", "<Hangup/>");
        var dave = stage.phone("dave", A);
        dave.invite(Map.of());
        dave.await("hangup");
        assertThat(stage.customer.only("/carol").get("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void whoHangsUpWhileItRingsCancelsIt() throws Exception {
        stage.application("<Dial><Client>bob</Client></Dial>");
        var bob = stage.phone("bob", B);
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        bob.await("invite");
        alice.hangUp();
        bob.await("cancel");
    }

    @Test
    void ofTwoBrowsersTheFirstToAnswerHasTheCall() throws Exception {
        stage.application("<Dial><Client>bob</Client></Dial>");
        var slow = stage.phone("bob", 1100);
        var quick = stage.phone("bob", B);
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        slow.await("invite");
        quick.answer();
        slow.await("cancel");
        alice.sound().awaitTone(B, 1100);
    }

    @Test
    void aClientIsCalledByRestAndSaysWhatItWants() throws Exception {
        stage.customer.answers("/hello", "<Play digits=\"00000000000000000000000000000000\"/>");
        var bob = stage.phone("bob", B);
        Call.creator(new Client("bob"), new PhoneNumber(AudibleStage.NUMBER), URI.create(stage.customer.url("/hello")))
                .create(stage.sdk);
        bob.answer();
        // A browser gets keys as events, which it makes audible itself.
        assertThat(bob.sound().awaitKey()).isEqualTo('0');
        bob.say("{\"mood\": \"fine\"}");
        bob.await("ack");
        AudibleStage.await("the message is shown", () -> stepped(bob, "mood"));
    }

    @Test
    void soundGoesOnThroughAnIceRestart() throws Exception {
        stage.application("<Dial><Client>bob</Client></Dial>");
        var bob = stage.phone("bob", B);
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        bob.answer();
        alice.await("answer");
        alice.sound().awaitTone(B, A);
        alice.restartIce();
        alice.sound().awaitTone(B, A);
        bob.sound().awaitTone(A, B);
    }

    @Test
    void whoseSocketIsLostForTooLongIsHungUp() throws Exception {
        stage.application("<Dial><Client>bob</Client></Dial>");
        var bob = stage.phone("bob", B);
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        bob.answer();
        alice.sound().awaitTone(B, A);
        alice.loseSocket();
        bob.await("hangup");
    }

    @Test
    void oneAccountsCallToAnothersNumberCarriesSound() throws Exception {
        var other =
                stage.simulator.addAccount("AC00000000000000000000000000000002", "0123456789abcdef0123456789abcdef");
        var number = stage.simulator.addNumber(other.sid(), OTHER);
        var sdk = Sdk.of(stage.simulator, other.sid(), "0123456789abcdef0123456789abcdef", other.sid());
        stage.customer.answers("/theirs", "<Play>/tone</Play>");
        stage.customer.answers("/tone", request -> AudibleStage.tone(B));
        IncomingPhoneNumber.updater(number.sid())
                .setVoiceUrl(stage.customer.url("/theirs"))
                .update(sdk);
        stage.application("<Dial callerId=\"" + AudibleStage.NUMBER + "\">" + OTHER + "</Dial>");
        var alice = stage.phone("alice", A);
        alice.dial(Map.of());
        alice.sound().awaitTone(B, A);
    }

    @Test
    void aKeyOfAnAccountThatIsSuspendedOpensNothing() throws Exception {
        var key = stage.subaccountKey();
        Account.updater(key.accountSid()).setStatus(Account.Status.SUSPENDED).update(stage.sdk);
        var phone = Softphone.connect(stage.simulator, Softphone.token(key, "eve", "AP1"), A);
        assertThat(phone.await("error").path("error").path("code").asInt()).isEqualTo(31204);
        phone.close();
    }

    @Test
    void aRefusedCallSaysWhy() throws Exception {
        stage.application("<Reject reason=\"busy\"/>");
        var alice = stage.phone("alice", A);
        alice.invite(Map.of());
        assertThat(alice.await("hangup").path("error").path("code").asInt()).isEqualTo(31486);
    }

    @Test
    void anApplicationThatIsNotTheAccountsIsRefused() throws Exception {
        Application.deleter(stage.application).delete(stage.sdk);
        var alice = stage.phone("alice", A);
        alice.invite(Map.of());
        assertThat(alice.await("hangup").path("error").path("code").asInt()).isEqualTo(31000);
    }

    private Call.Status status(Softphone phone) {
        return Call.fetcher(phone.callSid()).fetch(stage.sdk).getStatus();
    }

    private boolean stepped(Softphone phone, String text) {
        return stage.simulator.exchange(phone.callSid()).stream()
                .anyMatch(entry -> entry.toString().contains(text));
    }
}
