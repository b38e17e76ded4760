package org.patchbay.calls.machine;

import java.util.Locale;

/// What became of a call.
public enum Outcome {
    ANSWERED,
    /// Nobody took it in time.
    MISSED,
    /// The caller did not wait.
    ABANDONED,
    VOICEMAIL,
    /// It never came about.
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
