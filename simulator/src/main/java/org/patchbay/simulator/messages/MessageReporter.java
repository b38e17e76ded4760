package org.patchbay.simulator.messages;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.numbers.Hook;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// Sends the status callbacks of messages
/// (<https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks>).
final class MessageReporter {

    /// When the carrier says that it was delivered: year, month, day, hour, minute.
    private static final DateTimeFormatter DLR_DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final Texting texting;

    MessageReporter(Texting texting) {
        this.texting = texting;
    }

    /// Reports the message's status to the customer. The first status is never reported.
    void report(Message message, Draft draft) {
        tell(message, draft.callback());
        boolean leftOrFailed = message.status() == MessageStatus.SENT || message.status() == MessageStatus.FAILED;
        if (leftOrFailed && !draft.action().url().equals(draft.callback().url())) {
            tell(message, draft.action());
        }
    }

    private void tell(Message message, Hook hook) {
        if (hook.isSet()) {
            texting.webhooks()
                    .tell(new Webhook(
                            message.accountSid(),
                            message.sid(),
                            WebhookKind.MESSAGE_STATUS,
                            hook.url(),
                            hook.method(),
                            params(message)));
        }
    }

    private static Params params(Message message) {
        var params = Params.of(
                "SmsSid", message.sid(),
                "SmsStatus", message.status().wire(),
                "MessageStatus", message.status().wire(),
                "To", message.to(),
                "MessageSid", message.sid(),
                "AccountSid", message.accountSid(),
                "From", message.from(),
                "ApiVersion", "2010-04-01");
        String serviceSid = message.serviceSid();
        if (serviceSid != null) {
            params = params.and("MessagingServiceSid", serviceSid);
        }
        Integer errorCode = message.progress().errorCode();
        if (errorCode != null) {
            params = params.and("ErrorCode", errorCode.toString());
        }
        boolean receipt = message.status() == MessageStatus.DELIVERED || message.status() == MessageStatus.UNDELIVERED;
        return receipt
                ? params.and(
                        "RawDlrDoneDate", DLR_DATE.format(message.progress().updated()))
                : params;
    }
}
