package org.patchbay.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Transactions;
import org.patchbay.messaging.Message.Direction;
import org.patchbay.messaging.MessageStore.StoredMedia;
import org.patchbay.messaging.MessageStore.Told;
import org.patchbay.numbers.NumberDirectory;
import org.patchbay.twilio.Twiml;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.OurSide;
import org.patchbay.webhooks.Parameters;
import org.patchbay.webhooks.Reply;
import org.patchbay.webhooks.WebhookKind;
import org.patchbay.webhooks.WebhookRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What Twilio is answered about texts. Nothing is answered before the text is stored: Twilio sends it again
/// until it is.
/// Source: [Messaging webhooks](https://www.twilio.com/docs/messaging/guides/webhook-request).
@Component
class MessageRoutes implements WebhookRoute {

    private static final Logger LOG = LoggerFactory.getLogger(MessageRoutes.class);

    private final Messages messages;
    private final NumberDirectory numbers;
    private final Transactions transactions;

    MessageRoutes(Messages messages, NumberDirectory numbers, Transactions transactions) {
        this.messages = messages;
        this.numbers = numbers;
        this.transactions = transactions;
    }

    @Override
    public Set<WebhookKind> kinds() {
        return Set.of(WebhookKind.SMS_INBOUND, WebhookKind.SMS_STATUS);
    }

    @Override
    public Reply answer(Delivery delivery) {
        boolean inbound = delivery.kind() == WebhookKind.SMS_INBOUND;
        Optional<String> sid = sid(delivery.params());
        if (sid.isEmpty()) {
            LOG.warn("A text without a SID was delivered; there is nothing to keep it by");
        } else if (inbound) {
            transactions.write(() -> messages.received(received(sid.get(), delivery)));
        } else {
            transactions.write(() -> messages.statusOf(statusOf(sid.get(), delivery)));
        }
        return inbound ? Reply.twiml(Twiml.NOTHING) : Reply.noted();
    }

    private static Optional<String> sid(Parameters params) {
        return Stream.of("MessageSid", "SmsSid", "SmsMessageSid")
                .flatMap(name -> params.get(name).stream())
                .filter(sid -> sid.indexOf('\0') < 0)
                .findFirst();
    }

    private Told received(String sid, Delivery delivery) {
        Parameters params = delivery.params();
        return new Told(
                sid,
                Direction.INBOUND,
                params.text("From"),
                params.text("To"),
                ours(delivery),
                params.text("Body"),
                media(params),
                params.get("SmsStatus").orElse(MessageStatus.RECEIVED.code()),
                null);
    }

    private Told statusOf(String sid, Delivery delivery) {
        Parameters params = delivery.params();
        return new Told(
                sid,
                Direction.OUTBOUND,
                params.text("From"),
                params.text("To"),
                ours(delivery),
                "",
                List.of(),
                params.get("MessageStatus").or(() -> params.get("SmsStatus")).orElse("unknown"),
                number(params.text("ErrorCode")));
    }

    private @Nullable UUID ours(Delivery delivery) {
        return OurSide.of(delivery).flatMap(numbers::idOf).orElse(null);
    }

    /// As many as are there, whatever `NumMedia` says.
    private static List<StoredMedia> media(Parameters params) {
        List<StoredMedia> media = new ArrayList<>();
        for (int i = 0; params.get("MediaUrl" + i).isPresent(); i++) {
            media.add(new StoredMedia(
                    params.get("MediaContentType" + i).orElse("application/octet-stream"),
                    params.text("MediaUrl" + i)));
        }
        return media;
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }
}
