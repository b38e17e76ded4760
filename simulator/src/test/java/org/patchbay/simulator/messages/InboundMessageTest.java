package org.patchbay.simulator.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Customer.Received;
import org.patchbay.simulator.kit.Customer.Reply;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.Text;
import org.patchbay.simulator.phones.TextScript;

class InboundMessageTest {

    private final Stage stage = new Stage();
    private final Phone phone = stage.simulator.phone(Stage.CALLER);

    @AfterEach
    void stop() {
        stage.close();
    }

    private String arrives(String body) {
        String sid = stage.simulator.text(phone, Stage.NUMBER, body);
        stage.pass(10);
        return sid;
    }

    @Test
    void theWebhookOfATextHasTwiliosParameters() {
        stage.texts("");
        String sid = arrives("Hi there");
        var request = stage.customer.only("/sms");
        assertThat(request.signed()).isTrue();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.params().names())
                .containsExactlyInAnyOrder(
                        "ToCountry",
                        "ToState",
                        "ToCity",
                        "ToZip",
                        "FromCountry",
                        "FromState",
                        "FromCity",
                        "FromZip",
                        "MessageSid",
                        "SmsSid",
                        "SmsMessageSid",
                        "AccountSid",
                        "From",
                        "To",
                        "Body",
                        "NumMedia",
                        "NumSegments",
                        "SmsStatus",
                        "ApiVersion");
        assertThat(request.get("MessageSid")).isEqualTo(sid);
        assertThat(request.get("From")).isEqualTo(Stage.CALLER);
        assertThat(request.get("To")).isEqualTo(Stage.NUMBER);
        assertThat(request.get("Body")).isEqualTo("Hi there");
        assertThat(request.get("SmsStatus")).isEqualTo("received");
        assertThat(request.get("FromCountry")).isEqualTo("US");
        assertThat(request.get("FromCity")).isEmpty();
        var message = Message.fetcher(sid).fetch(stage.sdk);
        assertThat(message.getStatus()).isEqualTo(Message.Status.RECEIVED);
        assertThat(message.getDirection()).isEqualTo(Message.Direction.INBOUND);
    }

    @Test
    void anApplicationsUrlCountsInsteadOfTheNumbers() {
        stage.texts("");
        stage.customer.answers("/app-sms", "");
        var application = com.twilio.rest.api.v2010.account.Application.creator()
                .setFriendlyName("texts")
                .setSmsUrl(stage.customer.url("/app-sms"))
                .create(stage.sdk);
        stage.updateNumber(updater -> updater.setSmsApplicationSid(application.getSid()));
        arrives("Hi");
        assertThat(stage.customer.received("/sms")).isEmpty();
        assertThat(stage.customer.only("/app-sms").get("Body")).isEqualTo("Hi");
    }

    @Test
    void aReplyByTwimlReachesThePhoneAndReportsItsStatus() {
        stage.texts("<Message statusCallback=\"/reply-status\">Thanks, got it</Message>");
        arrives("Hi");
        assertThat(phone.texts()).extracting(Text::body).containsExactly("Thanks, got it");
        var reply = Message.reader()
                .setFrom(new PhoneNumber(Stage.NUMBER))
                .read(stage.sdk)
                .iterator()
                .next();
        assertThat(reply.getDirection()).isEqualTo(Message.Direction.OUTBOUND_REPLY);
        assertThat(stage.customer.received("/reply-status"))
                .extracting(request -> request.get("MessageStatus"))
                .containsExactly("sent", "delivered");
    }

    @Test
    void theActionOfAReplyHearsOnlyThatItWasSent() {
        stage.texts("<Message action=\"/done\" method=\"GET\"><Body>Hello</Body></Message>");
        arrives("Hi");
        var done = stage.customer.only("/done");
        assertThat(done.method()).isEqualTo("GET");
        assertThat(done.get("MessageStatus")).isEqualTo("sent");
    }

    @Test
    void mediaInAReplyAreSent() {
        stage.customer.answers("/cat.png", request -> new Reply(200, "image/png", "meow", Map.of()));
        stage.texts("<Message><Body>A cat</Body><Media>/cat.png</Media></Message>");
        arrives("Hi");
        var got = phone.texts().getFirst();
        assertThat(got.body()).isEqualTo("A cat");
        assertThat(got.attachments()).hasSize(1);
    }

    @Test
    void redirectAsksTheNextDocument() {
        stage.texts("<Redirect>/second</Redirect><Message>never</Message>");
        stage.customer.answers("/second", "<Message>from the second</Message>");
        arrives("Hi");
        assertThat(phone.texts()).extracting(Text::body).containsExactly("from the second");
    }

    @Test
    void redirectsInACircleEnd() {
        stage.texts("<Redirect/>");
        arrives("Hi");
        assertThat(stage.alertCodes()).contains(14106);
        assertThat(stage.customer.received("/sms")).hasSizeLessThan(50);
    }

    @Test
    void aBrokenUrlFallsBackAndSaysWhatBroke() {
        stage.texts("");
        stage.customer.answers("/sms", request -> Reply.status(500));
        stage.customer.answers("/sms-fallback", "<Message>We are down</Message>");
        stage.updateNumber(
                updater -> updater.setSmsFallbackUrl(java.net.URI.create(stage.customer.url("/sms-fallback"))));
        arrives("Hi");
        var fallback = stage.customer.only("/sms-fallback");
        assertThat(fallback.get("ErrorCode")).isEqualTo("11200");
        assertThat(fallback.get("ErrorUrl")).isEqualTo(stage.customer.url("/sms"));
        assertThat(fallback.get("Body")).isEqualTo("Hi");
        assertThat(phone.texts()).extracting(Text::body).containsExactly("We are down");
    }

    @Test
    void verbsOfCallsAndEmptyMessagesAreReportedAndTheRestIsDone() {
        stage.texts("<Say>Hello</Say><Message/><Message to=\"abc\">x</Message><Message>good</Message>");
        arrives("Hi");
        assertThat(stage.alertCodes()).contains(14110, 14103, 14101);
        assertThat(phone.texts()).extracting(Text::body).containsExactly("good");
    }

    @Test
    void moreThanTenRepliesToOneTextAreNotSent() {
        stage.texts("<Message>again</Message>".repeat(12));
        arrives("Hi");
        assertThat(phone.texts()).hasSize(10);
        assertThat(stage.alertCodes()).contains(14109);
    }

    @Test
    void twoMachinesThatAnswerEachOtherAreHeldAfterTwentyReplies() {
        stage.texts("<Message>echo</Message>");
        phone.texting(TextScript.gets().replies("echo back"));
        stage.simulator.text(phone, Stage.NUMBER, "Hi");
        stage.pass(300);
        assertThat(stage.alertCodes()).contains(14107);
        assertThat(phone.texts()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void stopBlocksStartUnblocksAndBothReachTheWebhook() {
        stage.texts("");
        arrives(" stop ");
        assertThat(stage.customer.only("/sms").get("Body")).isEqualTo(" stop ");
        assertThat(phone.texts().getFirst().body()).contains("unsubscribed");
        assertThatThrownBy(this::send).satisfies(OutboundMessageTest.code(21610));

        arrives("START");
        assertThat(phone.texts().getLast().body()).contains("re-subscribed");
        assertThat(send().getStatus()).isEqualTo(Message.Status.QUEUED);
    }

    @Test
    void aSentenceThatBeginsWithStopIsNoOptOut() {
        stage.texts("");
        arrives("stop by tomorrow");
        assertThat(send().getStatus()).isEqualTo(Message.Status.QUEUED);
    }

    @Test
    void aReplyToSomebodyWhoSaidStopFails() {
        stage.texts("<Message>Sorry to see you go</Message>");
        arrives("STOP");
        assertThat(stage.alertCodes()).contains(21610);
        assertThat(phone.texts()).extracting(Text::body).doesNotContain("Sorry to see you go");
    }

    @Test
    void aScriptedPhoneAnswersWhatItGets() {
        stage.texts("");
        phone.texting(TextScript.gets().repliesTo("table", "For two, please"));
        send();
        stage.pass(10);
        assertThat(stage.customer.received("/sms")).extracting(Received::path).isEmpty();
        Message.creator(new PhoneNumber(Stage.CALLER), new PhoneNumber(Stage.NUMBER), "A TABLE tonight?")
                .create(stage.sdk);
        stage.pass(10);
        assertThat(stage.customer.only("/sms").get("Body")).isEqualTo("For two, please");
    }

    private Message send() {
        return Message.creator(new PhoneNumber(Stage.CALLER), new PhoneNumber(Stage.NUMBER), "News")
                .create(stage.sdk);
    }
}
