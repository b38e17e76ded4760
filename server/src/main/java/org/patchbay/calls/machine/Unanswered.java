package org.patchbay.calls.machine;

import java.util.Locale;

/// What a number has for calls that nobody takes.
public enum Unanswered {
    /// A sentence, and the call ends.
    MESSAGE,
    /// Another phone rings.
    FORWARD,
    /// The caller may leave a message.
    VOICEMAIL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Unanswered of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
