package org.patchbay.simulator.messages;

import java.util.Locale;

/// Where a message is. Without a service: queued, sending, sent, then delivered or undelivered; or
/// failed. With a service it starts as accepted or scheduled
/// (<https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks>).
public enum MessageStatus {
    ACCEPTED,
    SCHEDULED,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED,
    CANCELED,
    RECEIVED;

    /// As Twilio writes it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Nothing more happens to the message. A sent one may still be delivered, or stay so.
    public boolean isFinal() {
        return switch (this) {
            case DELIVERED, UNDELIVERED, FAILED, CANCELED, RECEIVED -> true;
            case ACCEPTED, SCHEDULED, QUEUED, SENDING, SENT -> false;
        };
    }
}
