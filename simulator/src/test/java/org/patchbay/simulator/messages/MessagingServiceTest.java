package org.patchbay.simulator.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Stage;

class MessagingServiceTest {

    private static final ZonedDateTime IN_AN_HOUR = ZonedDateTime.parse("2026-11-20T11:00:00Z");

    private final Stage stage = new Stage();
    private final Service service = Service.creator("Reminders")
            .setStatusCallback(URI.create(stage.customer.url("/service-status")))
            .setUseInboundWebhookOnNumber(true)
            .create(stage.sdk);

    @AfterEach
    void stop() {
        stage.close();
    }

    private void fillPool() {
        var number = IncomingPhoneNumber.reader().read(stage.sdk).iterator().next();
        com.twilio.rest.messaging.v1.service.PhoneNumber.creator(service.getSid(), number.getSid())
                .create(stage.sdk);
    }

    private com.twilio.rest.api.v2010.account.MessageCreator text() {
        return Message.creator(new PhoneNumber(Stage.CALLEE), service.getSid(), "Your appointment");
    }

    private List<String> statuses() {
        return stage.customer.received("/service-status").stream()
                .map(request -> request.get("MessageStatus"))
                .toList();
    }

    @Test
    void aServiceChoosesTheSenderAndReportsToItsOwnCallback() {
        fillPool();
        var created = text().create(stage.sdk);
        assertThat(created.getStatus()).isEqualTo(Message.Status.ACCEPTED);
        assertThat(created.getFrom()).isNull();
        assertThat(created.getNumSegments()).isEqualTo("0");
        stage.pass(10);
        var sent = Message.fetcher(created.getSid()).fetch(stage.sdk);
        assertThat(sent.getFrom().toString()).isEqualTo(Stage.NUMBER);
        assertThat(sent.getMessagingServiceSid()).isEqualTo(service.getSid());
        assertThat(statuses()).containsExactly("queued", "sent", "delivered");
        assertThat(stage.customer.received("/service-status").getFirst().get("MessagingServiceSid"))
                .isEqualTo(service.getSid());
    }

    @Test
    void aScheduledTextLeavesAtItsTime() {
        fillPool();
        var created = scheduled(IN_AN_HOUR).create(stage.sdk);
        assertThat(created.getStatus()).isEqualTo(Message.Status.SCHEDULED);
        stage.pass(3_599);
        assertThat(stage.simulator.phone(Stage.CALLEE).texts()).isEmpty();
        stage.pass(10);
        assertThat(stage.simulator.phone(Stage.CALLEE).texts()).hasSize(1);
    }

    @Test
    void aCanceledTextNeverLeaves() {
        fillPool();
        var created = scheduled(IN_AN_HOUR).create(stage.sdk);
        var canceled = Message.updater(created.getSid())
                .setStatus(Message.UpdateStatus.CANCELED)
                .update(stage.sdk);
        assertThat(canceled.getStatus()).isEqualTo(Message.Status.CANCELED);
        stage.pass(7_200);
        assertThat(stage.simulator.phone(Stage.CALLEE).texts()).isEmpty();
        assertThat(statuses()).containsExactly("canceled");
        assertThatThrownBy(() -> Message.updater(created.getSid())
                        .setStatus(Message.UpdateStatus.CANCELED)
                        .update(stage.sdk))
                .satisfies(OutboundMessageTest.code(30409));
    }

    @Test
    void whatCannotBeScheduledIsRefused() {
        assertThatThrownBy(() -> text().create(stage.sdk)).satisfies(OutboundMessageTest.code(21704));
        fillPool();
        assertThatThrownBy(() ->
                        scheduled(ZonedDateTime.parse("2026-11-20T10:01:00Z")).create(stage.sdk))
                .satisfies(OutboundMessageTest.code(35114));
        assertThatThrownBy(
                        () -> text().setScheduleType(Message.ScheduleType.FIXED).create(stage.sdk))
                .satisfies(OutboundMessageTest.code(35111));
        assertThatThrownBy(() -> Message.creator(new PhoneNumber(Stage.CALLEE), new PhoneNumber(Stage.NUMBER), "x")
                        .setScheduleType(Message.ScheduleType.FIXED)
                        .setSendAt(IN_AN_HOUR)
                        .create(stage.sdk))
                .satisfies(OutboundMessageTest.code(35118));
        assertThatThrownBy(
                        () -> Message.creator(new PhoneNumber(Stage.CALLEE), "MG00000000000000000000000000000000", "x")
                                .create(stage.sdk))
                .satisfies(OutboundMessageTest.code(21701));
    }

    @Test
    void inboundTextsOfThePoolNameTheService() {
        fillPool();
        stage.texts("");
        stage.simulator.text(stage.simulator.phone(Stage.CALLER), Stage.NUMBER, "Hi");
        stage.pass(1);
        assertThat(stage.customer.only("/sms").get("MessagingServiceSid")).isEqualTo(service.getSid());
    }

    @Test
    void optOutsOfAServiceFailLater() {
        fillPool();
        stage.simulator.text(stage.simulator.phone(Stage.CALLEE), Stage.NUMBER, "STOP");
        stage.pass(5);
        var created = text().create(stage.sdk);
        stage.pass(10);
        assertThat(Message.fetcher(created.getSid()).fetch(stage.sdk).getErrorCode())
                .isEqualTo(21610);
    }

    private com.twilio.rest.api.v2010.account.MessageCreator scheduled(ZonedDateTime at) {
        return text().setScheduleType(Message.ScheduleType.FIXED).setSendAt(at);
    }
}
