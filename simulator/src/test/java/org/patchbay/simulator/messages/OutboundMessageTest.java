package org.patchbay.simulator.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.simulator.kit.Customer.Received;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Text;
import org.patchbay.simulator.phones.TextScript;

class OutboundMessageTest {

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    private com.twilio.rest.api.v2010.account.MessageCreator text(String body) {
        return Message.creator(new PhoneNumber(Stage.CALLEE), new PhoneNumber(Stage.NUMBER), body)
                .setStatusCallback(URI.create(stage.customer.url("/message-status")));
    }

    private List<String> statuses() {
        return stage.customer.received("/message-status").stream()
                .map(request -> request.get("MessageStatus"))
                .toList();
    }

    @Test
    void aTextIsQueuedThenSentThenDelivered() {
        var created = text("Hello").create(stage.sdk);
        assertThat(created.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(created.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
        assertThat(created.getNumSegments()).isEqualTo("1");
        assertThat(created.getNumMedia()).isEqualTo("0");
        assertThat(created.getDateSent()).isNull();
        assertThat(created.getDateCreated()).isNotNull();
        assertThat(created.getSid()).startsWith("SM");

        stage.pass(10);
        var delivered = Message.fetcher(created.getSid()).fetch(stage.sdk);
        assertThat(delivered.getStatus()).isEqualTo(Message.Status.DELIVERED);
        assertThat(delivered.getDateSent()).isNotNull();
        assertThat(statuses()).containsExactly("sent", "delivered");
        assertThat(stage.simulator.phone(Stage.CALLEE).texts())
                .extracting(Text::from, Text::body)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Stage.NUMBER, "Hello"));
    }

    @Test
    void theStatusCallbackIsSignedAndHasTwiliosParameters() {
        var created = text("Hello").create(stage.sdk);
        stage.pass(10);
        var delivered = stage.customer.received("/message-status").getLast();
        assertThat(delivered.signed()).isTrue();
        assertThat(delivered.params().names())
                .containsExactlyInAnyOrder(
                        "SmsSid",
                        "SmsStatus",
                        "MessageStatus",
                        "To",
                        "MessageSid",
                        "AccountSid",
                        "From",
                        "ApiVersion",
                        "RawDlrDoneDate");
        assertThat(delivered.get("MessageSid")).isEqualTo(created.getSid());
        assertThat(delivered.get("SmsStatus")).isEqualTo("delivered");
        assertThat(delivered.get("RawDlrDoneDate")).isEqualTo("2611201000");
    }

    @Test
    void aPhoneThatIsOffLeavesTheTextUndelivered() {
        stage.simulator.phone(Stage.CALLEE).texting(TextScript.undelivered(30003));
        var created = text("Hello").create(stage.sdk);
        stage.pass(10);
        var ended = Message.fetcher(created.getSid()).fetch(stage.sdk);
        assertThat(ended.getStatus()).isEqualTo(Message.Status.UNDELIVERED);
        assertThat(ended.getErrorCode()).isEqualTo(30003);
        assertThat(ended.getErrorMessage()).isEqualTo("Unreachable destination handset");
        assertThat(statuses()).containsExactly("sent", "undelivered");
        assertThat(stage.customer.received("/message-status").getLast().get("ErrorCode"))
                .isEqualTo("30003");
        assertThat(stage.simulator.phone(Stage.CALLEE).texts()).isEmpty();
    }

    @Test
    void aFilteredTextFailsAndTheDebuggerSaysWhy() {
        stage.simulator.phone(Stage.CALLEE).texting(TextScript.failed(30007));
        text("Hello").create(stage.sdk);
        stage.pass(10);
        assertThat(statuses()).containsExactly("failed");
        assertThat(stage.alertCodes()).contains(30007);
    }

    @Test
    void withoutAReceiptSentIsTheLastThatIsHeard() {
        stage.simulator.phone(Stage.CALLEE).texting(TextScript.getsWithoutReceipt());
        text("Hello").create(stage.sdk);
        stage.pass(3_600);
        assertThat(statuses()).containsExactly("sent");
    }

    @Test
    void listsAreFilteredByNumberAndDay() {
        text("one").create(stage.sdk);
        Message.creator(new PhoneNumber(Stage.CALLER), new PhoneNumber(Stage.NUMBER), "two")
                .create(stage.sdk);
        stage.pass(10);
        var toCaller = Message.reader().setTo(new PhoneNumber(Stage.CALLER)).read(stage.sdk);
        assertThat(toCaller).extracting(Message::getBody).containsExactly("two");
        var today = Message.reader()
                .setDateSent(java.time.ZonedDateTime.parse("2026-11-20T00:00:00Z"))
                .read(stage.sdk);
        assertThat(today).extracting(Message::getBody).containsExactly("two", "one");
        var yesterday = Message.reader()
                .setDateSent(java.time.ZonedDateTime.parse("2026-11-19T00:00:00Z"))
                .read(stage.sdk);
        assertThat(yesterday).isEmpty();
    }

    @Test
    void theWordsOfAMessageCanBeRemovedAndTheMessageToo() {
        var created = text("secret").create(stage.sdk);
        assertThatThrownBy(() -> Message.deleter(created.getSid()).delete(stage.sdk))
                .satisfies(code(20009));
        stage.pass(10);
        var redacted = Message.updater(created.getSid()).setBody("").update(stage.sdk);
        assertThat(redacted.getBody()).isEmpty();
        assertThat(Message.deleter(created.getSid()).delete(stage.sdk)).isTrue();
        assertThatThrownBy(() -> Message.fetcher(created.getSid()).fetch(stage.sdk))
                .satisfies(code(20404));
    }

    @ParameterizedTest
    @CsvSource({
        "'', +14155550100, hi, 21604",
        "abc, +14155550100, hi, 21211",
        "+15005550001, +14155550100, hi, 21211",
        "+15005550002, +14155550100, hi, 21612",
        "+15005550003, +14155550100, hi, 21408",
        "+15005550004, +14155550100, hi, 21610",
        "+15005550009, +14155550100, hi, 21614",
        "+12125550122, '', hi, 21603",
        "+12125550122, abc, hi, 21212",
        "+12125550122, +19995550100, hi, 21606",
        "+12125550122, +15005550008, hi, 21611",
        "+12125550122, +14155550100, '', 21602",
        "whatsapp:+12125550122, +14155550100, hi, 63003",
    })
    void whatCannotBeSentIsRefusedWithTwiliosCode(String to, String from, String body, int code) {
        assertThatThrownBy(() -> Message.creator(new PhoneNumber(to), new PhoneNumber(from), body)
                        .create(stage.sdk))
                .satisfies(code(code));
        assertThat(Message.reader().read(stage.sdk)).isEmpty();
    }

    @Test
    void tooLongTextsTooMuchMediaAndBadUrlsAreRefused() {
        assertThatThrownBy(() -> text("x".repeat(1_601)).create(stage.sdk)).satisfies(code(21617));
        var many = java.util.Collections.nCopies(11, URI.create("https://example.com/a.png"));
        assertThatThrownBy(() -> text("x").setMediaUrl(many).create(stage.sdk)).satisfies(code(21623));
        assertThatThrownBy(() ->
                        text("x").setMediaUrl(URI.create("ftp://example.com/a")).create(stage.sdk))
                .satisfies(code(21620));
        assertThatThrownBy(() -> text("x")
                        .setStatusCallback(URI.create("https://under_score.example.com/"))
                        .create(stage.sdk))
                .satisfies(code(21609));
        assertThatThrownBy(() -> text("x").setValidityPeriod(36_001).create(stage.sdk))
                .satisfies(code(21624));
    }

    @Test
    void aLandlineAndAClosedCountryAreRefused() {
        stage.simulator.phone(Stage.CALLEE).texting(TextScript.landline());
        assertThatThrownBy(() -> text("hi").create(stage.sdk)).satisfies(code(21614));
        stage.simulator.phone(Stage.CALLEE).texting(TextScript.gets());
        stage.simulator.textCountries().set(stage.account, "US", false);
        assertThatThrownBy(() -> text("hi").create(stage.sdk)).satisfies(code(21408));
        stage.simulator.textCountries().set(stage.account, "US", true);
        assertThat(text("hi").create(stage.sdk).getStatus()).isEqualTo(Message.Status.QUEUED);
    }

    @Test
    void theInspectorShowsEachStepOfAMessage() {
        var created = text("Hello").create(stage.sdk);
        stage.pass(10);
        var kinds = stage.simulator.exchange(created.getSid()).stream()
                .map(entry -> entry.getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder("Rest", "Webhook", "Step");
        assertThat(stage.customer.received("/message-status")).allMatch(Received::signed);
    }

    static java.util.function.Consumer<Throwable> code(int code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(code));
    }
}
