package org.patchbay.simulator.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Customer.Received;
import org.patchbay.simulator.kit.Customer.Reply;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;

class InboundCallTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aCallerHearsTheNumbersTwimlAndIsHungUpAtItsEnd() {
        stage.voice("<Say>Hello caller</Say>");
        var phone = stage.incoming(Script.answers());
        assertThat(phone.isAnswered()).isTrue();
        stage.pass(5);
        assertThat(phone.isOver()).isTrue();
        assertThat(phone.phone().heard()).containsExactly("Hello caller");
        assertThat(stage.newest().getStatus().toString()).isEqualTo("completed");
        assertThat(stage.newest().getDuration()).isEqualTo("1");
    }

    @Test
    void theRequestForInstructionsSaysWhoCallsAndRinging() {
        stage.voice("<Hangup/>");
        stage.incoming(Script.answers());
        var request = stage.customer.only("/voice");
        assertThat(request.signed()).isTrue();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.get("From")).isEqualTo(Stage.CALLER);
        assertThat(request.get("Caller")).isEqualTo(Stage.CALLER);
        assertThat(request.get("To")).isEqualTo(Stage.NUMBER);
        assertThat(request.get("Called")).isEqualTo(Stage.NUMBER);
        assertThat(request.get("CallStatus")).isEqualTo("ringing");
        assertThat(request.get("Direction")).isEqualTo("inbound");
        assertThat(request.get("ApiVersion")).isEqualTo("2010-04-01");
        assertThat(request.get("FromState")).isEmpty();
        assertThat(request.get("FromCountry")).isEqualTo("US");
        assertThat(request.headers())
                .containsEntry("user-agent", "TwilioProxy/1.1")
                .containsEntry("x-home-region", "us1")
                .containsKey("i-twilio-idempotency-token");
    }

    @Test
    void theNumbersStatusCallbackComesOnceAtTheEnd() {
        stage.voice("<Pause length=\"61\"/>");
        stage.incoming(Script.answers());
        stage.pass(120);
        var end = stage.customer.only("/number-status");
        assertThat(end.signed()).isTrue();
        assertThat(end.get("CallStatus")).isEqualTo("completed");
        assertThat(end.get("CallDuration")).isEqualTo("61");
        assertThat(end.get("Duration")).isEqualTo("2");
    }

    @Test
    void rejectAsFirstVerbLeavesTheCallUnanswered() {
        stage.voice("<Reject reason=\"busy\"/>");
        var phone = stage.incoming(Script.answers());
        assertThat(phone.isAnswered()).isFalse();
        assertThat(stage.newest().getStatus().toString()).isEqualTo("busy");

        stage.voice("<Reject/>");
        stage.incoming(Script.answers());
        assertThat(stage.newest().getStatus().toString()).isEqualTo("no-answer");
    }

    @Test
    void hangupAsFirstVerbAnswersTheCall() {
        stage.voice("<Hangup/>");
        var phone = stage.incoming(Script.answers());
        assertThat(phone.isAnswered()).isTrue();
        assertThat(stage.newest().getStatus().toString()).isEqualTo("completed");
    }

    @Test
    void aNumberWithoutVoiceUrlFailsAtOnce() {
        stage.incoming(Script.answers());
        assertThat(stage.newest().getStatus().toString()).isEqualTo("failed");
        assertThat(stage.alertCodes()).isEmpty();
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsIsNotAnswered() {
        stage.voice("<Dial answerOnBridge=\"true\"><Number>" + Stage.CALLEE + "</Number></Dial>");
        var phone = stage.incoming(Script.answers());
        phone.hangUp();
        stage.rest();
        assertThat(stage.newest().getStatus().toString()).isIn("no-answer", "canceled");
    }

    @Test
    void eachAnswerIsReadByItsContentType() {
        stage.voice("");
        stage.customer.answers("/voice", r -> new Reply(200, "text/plain", "Just words", Map.of()));
        var phone = stage.incoming(Script.answers());
        stage.pass(3);
        assertThat(phone.phone().heard()).contains("Just words");

        stage.customer.answers("/voice", r -> new Reply(200, "application/json", "{}", Map.of()));
        stage.incoming(Script.answers());
        assertThat(stage.alertCodes()).containsExactly(12300);
        assertThat(phone.phone().heard().getLast()).contains("application error");
    }

    @Test
    void aFailedUrlLeadsToTheFallbackWhichLearnsWhy() {
        stage.voice("");
        stage.customer.answers("/voice", r -> Reply.status(500));
        stage.customer.answers("/fallback", "<Say>Plan B</Say>");
        var number = IncomingPhoneNumber.reader().read(stage.sdk).iterator().next();
        IncomingPhoneNumber.updater(number.getSid())
                .setVoiceFallbackUrl(stage.customer.url("/fallback"))
                .update(stage.sdk);
        var phone = stage.incoming(Script.answers());
        stage.pass(3);
        Received fallback = stage.customer.only("/fallback");
        assertThat(fallback.get("ErrorCode")).isEqualTo("11200");
        assertThat(fallback.get("ErrorUrl")).isEqualTo(stage.customer.url("/voice"));
        assertThat(fallback.get("CallSid")).startsWith("CA");
        assertThat(phone.phone().heard()).containsExactly("Plan B");
        assertThat(stage.alertCodes()).containsExactly(11200);
    }
}
