package org.patchbay.calls.machine;

import java.util.Locale;

/// Why a call ended; the desk has a sentence for each.
public enum EndReason {
    CUSTOMER_LEFT,
    AGENT_LEFT,
    /// The member's browser went away in the call, and did not come back.
    AGENT_GONE,
    /// A member ended it on the desk.
    HUNG_UP,
    /// Twilio ended the conference.
    ROOM_ENDED,
    NOBODY_AVAILABLE,
    NOBODY_ANSWERED,
    EVERYBODY_DECLINED,
    BLOCKED_CALLER,
    NUMBER_NOT_IN_USE,
    LINE_BUSY,
    NO_ANSWER,
    /// Twilio could not or would not call; the error code says more.
    CANNOT_BE_REACHED,
    /// Twilio has not tried: it was not to be reached, or had too much to do. Nothing is said of the number.
    NOT_DIALED,
    /// Our own leg never came.
    AGENT_NEVER_CAME,
    /// Neither callbacks nor Twilio know of it any more.
    LOST;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static EndReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
