package org.patchbay.webhooks;

import java.util.Map;

/// What Twilio is answered.
public sealed interface Reply {

    /// What to do now, as TwiML.
    record Instructions(String twiml) implements Reply {}

    /// Noted.
    record Noted(Map<String, String> headers) implements Reply {
        public Noted {
            headers = Map.copyOf(headers);
        }
    }

    /// @param twiml made by [org.patchbay.twilio.Twiml]
    static Reply twiml(String twiml) {
        return new Instructions(twiml);
    }

    static Reply noted() {
        return new Noted(Map.of());
    }
}
