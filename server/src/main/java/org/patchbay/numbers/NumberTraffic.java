package org.patchbay.numbers;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.webhooks.NumberReached;
import org.patchbay.webhooks.WebhookKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Notes when Twilio last delivered something for a number: whoever looks at its health sees that it lives.
@Component
class NumberTraffic {

    private final NumberStore numbers;

    NumberTraffic(NumberStore numbers) {
        this.numbers = numbers;
    }

    /// In the transaction that counts the deliveries.
    @EventListener
    void reached(NumberReached delivery) {
        Instant at = delivery.at();
        column(delivery.kind()).ifPresent(column -> numbers.reached(delivery.phoneNumber(), column, at));
    }

    private static Optional<String> column(WebhookKind kind) {
        return switch (kind) {
            case VOICE, VOICE_FALLBACK, VOICE_ANSWER -> Optional.of("last_voice_at");
            case SMS_INBOUND -> Optional.of("last_sms_at");
            case VOICE_STATUS, SMS_STATUS -> Optional.of("last_status_at");
            case VOICE_RECORDING, VOICE_CONFERENCE, PROBE -> Optional.empty();
        };
    }
}
