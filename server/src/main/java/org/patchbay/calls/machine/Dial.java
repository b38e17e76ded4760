package org.patchbay.calls.machine;

import java.util.Locale;

/// How far we are with ringing a leg by REST. It never goes back: a call that may have been made is never
/// made again.
public enum Dial {
    /// Not rung by us.
    NONE,
    /// To be rung once its time comes.
    WANTED,
    /// Twilio is being asked.
    STARTED,
    /// Whether Twilio has done it is not known.
    UNCLEAR,
    DONE,
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Dial of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Whether there may be a Twilio call whose SID we have not heard yet.
    boolean inTheAir() {
        return this == STARTED || this == UNCLEAR;
    }
}
