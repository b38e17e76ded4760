package org.patchbay.calls.ingest;

import java.util.Locale;

/// Who said something of a call.
public enum Source {
    /// Twilio, by calling us.
    WEBHOOK,
    /// One of us.
    MEMBER,
    /// The schedule.
    TIMER,
    /// Twilio, because we asked.
    TWILIO,
    /// Twilio, because we looked whether anything had been missed.
    RECONCILIATION;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
