package org.patchbay.simulator.messages;

import java.util.List;
import org.patchbay.simulator.phones.Attachment;

/// What is beyond Twilio: the networks and the phones.
public interface Carrier {

    /// What comes of a text.
    sealed interface Outcome {
        record Delivered() implements Outcome {}

        /// Sent, and nothing was heard of it since.
        record Unknown() implements Outcome {}

        /// @param errorCode 30003 to 30008
        record Undelivered(int errorCode) implements Outcome {}

        /// Refused before it left.
        ///
        /// @param errorCode e.g. 30007 for a filtered text
        record Failed(int errorCode) implements Outcome {}
    }

    /// Whether the number can get texts at all; a landline cannot, and Twilio knows it (21614).
    boolean isMobile(String number);

    /// What will come of a text; changes nothing.
    Outcome outcome(String accountSid, String to);

    /// Brings a text to whoever has the number.
    void bring(String from, String to, String body, List<Attachment> attachments);

    /// Brings an automatic text of Twilio's own, which nobody answers.
    void inform(String from, String to, String body);
}
