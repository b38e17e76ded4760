package org.patchbay.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Sdk;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;

class FaultsWithTheSdkTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private Message send() {
        return Message.creator(new PhoneNumber(Stage.CALLEE), new PhoneNumber(Stage.NUMBER), "Hello")
                .setStatusCallback(URI.create(stage.customer.url("/status")))
                .create(stage.sdk);
    }

    private void faults(FaultKind kind) {
        stage.simulator.faults().set(stage.account, FaultPlan.seeded(1).with(kind, 1));
    }

    private void noFaults() {
        stage.simulator.faults().clear(stage.account);
    }

    private int messages() {
        noFaults();
        int count = 0;
        for (var unused : Message.reader().read(stage.sdk)) {
            count++;
        }
        return count;
    }

    private List<String> statuses() {
        return stage.customer.received("/status").stream()
                .map(request -> request.get("MessageStatus"))
                .toList();
    }

    @Test
    void tooManyRequestsAreNotExecuted() {
        faults(FaultKind.REST_TOO_MANY);
        assertThatThrownBy(this::send).satisfies(status(429, 20429));
        assertThat(messages()).isZero();
    }

    @Test
    void anErrorBeforeMeansThatNothingHappened() {
        faults(FaultKind.REST_ERROR_BEFORE);
        assertThatThrownBy(this::send).satisfies(status(500, 20500));
        assertThat(messages()).isZero();
    }

    @Test
    void anErrorAfterwardsMeansThatItHappenedAllTheSame() {
        faults(FaultKind.REST_ERROR_AFTER);
        assertThatThrownBy(this::send).satisfies(status(500, 20500));
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aResetConnectionGivesNoAnswer() {
        faults(FaultKind.REST_RESET);
        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getStatusCode()).isNull());
        assertThat(messages()).isZero();
    }

    @Test
    void aSlowRequestIsAnsweredWhenItsTimeIsUp() {
        faults(FaultKind.REST_SLOW);
        var answer = CompletableFuture.supplyAsync(this::send);
        // The request arrives at a moment of its own; time is turned until it has been answered.
        while (!answer.isDone()) {
            stage.simulator.advance(Duration.ofSeconds(1));
        }
        assertThat(answer.join().getSid()).startsWith("SM");
    }

    @Test
    void aSilentLineIsNeitherAnAnswerNorARequestThatWasCarriedOut() {
        faults(FaultKind.REST_SILENT);
        var answer = CompletableFuture.supplyAsync(() -> catchThrowable(this::send));
        while (!answer.isDone()) {
            stage.simulator.advance(Duration.ofSeconds(1));
        }
        assertThat(answer.join())
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getStatusCode()).isNull());
        assertThat(messages()).isZero();
    }

    @Test
    void callbacksAreDroppedDoubledAndOvertaken() {
        faults(FaultKind.CALLBACK_DROP);
        send();
        stage.pass(30);
        assertThat(statuses()).isEmpty();

        faults(FaultKind.CALLBACK_DUPLICATE);
        send();
        stage.pass(30);
        assertThat(statuses()).containsExactlyInAnyOrder("sent", "sent", "delivered", "delivered");
        assertThat(stage.customer.received("/status").stream()
                        .map(request -> request.headers().get("i-twilio-idempotency-token"))
                        .distinct())
                .as("both deliveries of a callback carry its token")
                .hasSize(2);
    }

    @Test
    void reorderingLetsLaterCallbacksOvertake() {
        // With this seed the first callback is held back and the second is not.
        long seed = seedThatHoldsTheFirstBack();
        stage.simulator.faults().set(stage.account, FaultPlan.seeded(seed).with(FaultKind.CALLBACK_REORDER, 0.5));
        send();
        stage.pass(30);
        assertThat(statuses()).containsExactly("delivered", "sent");
    }

    private long seedThatHoldsTheFirstBack() {
        for (long seed = 0; ; seed++) {
            var dice = new Dice(FaultPlan.seeded(seed).with(FaultKind.CALLBACK_REORDER, 0.5));
            boolean first = dice.nextCallback().strikes(FaultKind.CALLBACK_REORDER);
            boolean second = dice.nextCallback().strikes(FaultKind.CALLBACK_REORDER);
            if (first && !second) {
                return seed;
            }
        }
    }

    @Test
    void anUnreachableNumberGetsNeitherCallsNorTexts() {
        stage.simulator.faults().setReachable(stage.account, Stage.CALLEE, false);
        stage.callee(Script.answers());
        stage.customer.answers("/voice", "<Say>Hello</Say>");
        var call = stage.outgoing("/voice").create(stage.sdk);
        var text = send();
        stage.pass(30);
        assertThat(stage.fetch(call.getSid()).getStatus().toString()).isEqualTo("failed");
        assertThat(Message.fetcher(text.getSid()).fetch(stage.sdk).getErrorCode())
                .isEqualTo(30003);
        stage.simulator.faults().setReachable(stage.account, Stage.CALLEE, true);
        var again = stage.outgoing("/voice").create(stage.sdk);
        stage.pass(30);
        assertThat(stage.fetch(again.getSid()).getStatus().toString()).isEqualTo("completed");
    }

    @Test
    void aRotatedTokenShutsTheOldOneOutAndSignsWebhooks() {
        String old = stage.simulator.account().authToken();
        var rotated = stage.simulator.rotateToken(stage.account);
        assertThat(rotated.authToken()).isNotEqualTo(old);
        assertThatThrownBy(this::send).satisfies(status(401, 20003));
        var fresh = Sdk.of(stage.simulator, stage.account, rotated.authToken(), stage.account);
        Message.creator(new PhoneNumber(Stage.CALLEE), new PhoneNumber(Stage.NUMBER), "Hello")
                .setStatusCallback(URI.create(stage.customer.url("/status")))
                .create(fresh);
        stage.pass(10);
        assertThat(stage.customer.received("/status")).noneMatch(request -> request.signed());
    }

    private static Consumer<Throwable> status(int status, int code) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.getStatusCode()).isEqualTo(status);
            assertThat(e.getCode()).isEqualTo(code);
        });
    }
}
