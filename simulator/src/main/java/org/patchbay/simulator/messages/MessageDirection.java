package org.patchbay.simulator.messages;

/// Who began.
public enum MessageDirection {
    INBOUND("inbound"),
    /// Sent by REST.
    API("outbound-api"),
    /// Sent by the TwiML that answered an inbound message.
    REPLY("outbound-reply");

    private final String wire;

    MessageDirection(String wire) {
        this.wire = wire;
    }

    /// As Twilio writes it.
    public String wire() {
        return wire;
    }
}
