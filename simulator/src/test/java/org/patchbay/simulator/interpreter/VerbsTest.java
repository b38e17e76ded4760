package org.patchbay.simulator.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Customer.Reply;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;

class VerbsTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void gatherSendsTheKeysWithoutTheOneThatEndedIt() {
        stage.voice("<Gather action=\"/keys\"><Say>Enter your number</Say></Gather>");
        stage.incoming(Script.answers().after(1).presses("#12#"));
        stage.pass(2);
        var keys = stage.customer.only("/keys");
        assertThat(keys.get("Digits")).isEqualTo("12");
        assertThat(keys.get("CallStatus")).isEqualTo("in-progress");
        assertThat(keys.signed()).isTrue();
    }

    @Test
    void gatherEndsWithTheLastWantedDigit() {
        stage.voice("<Gather action=\"/keys\" numDigits=\"3\"/>");
        var call = stage.incoming(Script.answers());
        call.press("123");
        stage.rest();
        assertThat(stage.customer.only("/keys").get("Digits")).isEqualTo("123");
    }

    @Test
    void gatherWithoutInputFallsThroughAfterItsTimeout() {
        stage.voice("<Gather action=\"/keys\" timeout=\"4\"/><Say>Nothing heard</Say>");
        var call = stage.incoming(Script.answers());
        stage.pass(3);
        assertThat(call.phone().heard()).isEmpty();
        stage.pass(3);
        assertThat(call.phone().heard()).containsExactly("Nothing heard");
        assertThat(stage.customer.received("/keys")).isEmpty();
    }

    @Test
    void gatherTellsOfAnEmptyResultWhenAsked() {
        stage.voice("<Gather action=\"/keys\" timeout=\"1\" actionOnEmptyResult=\"true\"/>");
        stage.incoming(Script.answers());
        stage.pass(2);
        assertThat(stage.customer.only("/keys").get("Digits")).isEmpty();
    }

    @Test
    void gatherHearsASentence() {
        stage.voice("<Gather input=\"dtmf speech\" speechTimeout=\"2\" action=\"/said\"/>");
        stage.incoming(Script.answers().after(1).says("I need help"));
        stage.pass(4);
        var said = stage.customer.only("/said");
        assertThat(said.get("SpeechResult")).isEqualTo("I need help");
        assertThat(said.has("Confidence")).isTrue();
        assertThat(said.has("Digits")).isFalse();
    }

    @Test
    void whoHangsUpInAGatherIsNotReportedToItsAction() {
        stage.voice("<Gather action=\"/keys\"/>");
        var call = stage.incoming(Script.answers());
        call.press("1");
        call.hangUp();
        stage.pass(10);
        assertThat(stage.customer.received("/keys")).isEmpty();
    }

    @Test
    void redirectsFollowRelativeUrlsAndCarryTheCall() {
        stage.voice("<Redirect>next?x=1</Redirect><Say>never</Say>");
        stage.customer.answers("/next", "<Say>arrived</Say>");
        var call = stage.incoming(Script.answers());
        stage.pass(2);
        assertThat(call.phone().heard()).containsExactly("arrived");
        assertThat(stage.customer.only("/next").get("x")).isEqualTo("1");
        assertThat(stage.customer.only("/next").signed()).isTrue();
    }

    @Test
    void aDocumentThatRedirectsToItselfIsEndedAndReported() {
        stage.voice("<Redirect/>");
        var call = stage.incoming(Script.answers());
        stage.pass(10);
        assertThat(call.isOver()).isTrue();
        assertThat(stage.alertCodes()).contains(12400);
        assertThat(stage.customer.received("/voice")).hasSizeLessThan(150);
    }

    @Test
    void playFetchesItsFileWithoutTheUsualParametersAndTakesItsTime() {
        stage.customer.answers("/a.wav", r -> new Reply(200, "audio/wav", "x".repeat(16_000), Map.of()));
        stage.voice("<Play>/a.wav</Play><Say>after</Say>");
        var call = stage.incoming(Script.answers());
        var fetched = stage.customer.only("/a.wav");
        assertThat(fetched.method()).isEqualTo("GET");
        assertThat(fetched.params().all()).isEmpty();
        assertThat(call.phone().heard()).isEmpty();
        stage.pass(1);
        assertThat(call.phone().heard()).containsExactly("after");
    }

    @Test
    void playOfSomethingThatIsNoSoundIsReportedAndSkipped() {
        stage.customer.answers("/a.wav", "<Say/>");
        stage.voice("<Play>/a.wav</Play><Say>after</Say>");
        var call = stage.incoming(Script.answers());
        assertThat(call.phone().heard()).containsExactly("after");
        assertThat(stage.alertCodes()).containsExactly(13420);
    }

    @Test
    void brokenXmlAndUnknownVerbsHaveTheirCodes() {
        stage.voice("<Say>unclosed");
        stage.incoming(Script.answers());
        assertThat(stage.alertCodes()).containsExactly(12100);
        stage.voice("<Shout>hello</Shout><Say tone=\"x\">still runs</Say>");
        var call = stage.incoming(Script.answers());
        stage.pass(2);
        assertThat(stage.alertCodes()).containsExactly(12100, 12200, 12200);
        assertThat(call.phone().heard()).contains("still runs");
    }

    @Test
    void whatIsNotSimulatedSaysSo() {
        stage.voice("<Connect><Stream url=\"wss://example.com\"/></Connect><Say>went on</Say>");
        var call = stage.incoming(Script.answers());
        stage.pass(2);
        assertThat(stage.alertCodes()).containsExactly(12400);
        assertThat(call.phone().heard()).containsExactly("went on");
    }

    @Test
    void aServerThatDoesNotAnswerInFifteenSecondsIsGivenUp() throws Exception {
        var hold = new CountDownLatch(1);
        stage.voice("");
        stage.customer.answers("/voice", r -> {
            try {
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.twiml("<Say>too late</Say>");
        });
        var call = stage.incoming(Script.answers());
        stage.pass(16);
        hold.countDown();
        stage.pass(10);
        assertThat(stage.alertCodes()).containsExactly(11200);
        assertThat(call.phone().heard()).doesNotContain("too late");
    }

    @Test
    void redirectsAndCookiesAreFollowedAndRetriesObeyTheFragment() {
        stage.voice("");
        stage.configure("/moved#rc=2&rp=5xx", "/number-status");
        var attempts = new AtomicInteger();
        stage.customer.answers(
                "/moved",
                r -> attempts.incrementAndGet() < 3
                        ? Reply.status(503)
                        : new Reply(307, "text/plain", "", Map.of("Location", "/here", "Set-Cookie", "a=b; Path=/")));
        stage.customer.answers("/here", "<Redirect>/last</Redirect>");
        stage.customer.answers("/last", "<Hangup/>");
        stage.incoming(Script.answers());
        assertThat(attempts).hasValue(3);
        assertThat(stage.customer.only("/here").signed()).isTrue();
        assertThat(stage.customer.only("/last").headers()).containsEntry("cookie", "a=b");
        assertThat(stage.customer.received("/moved"))
                .extracting(r -> r.headers().get("i-twilio-idempotency-token"))
                .doesNotContainNull()
                .containsOnly(
                        stage.customer.received("/moved").getFirst().headers().get("i-twilio-idempotency-token"));
    }
}
