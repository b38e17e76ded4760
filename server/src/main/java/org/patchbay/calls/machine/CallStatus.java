package org.patchbay.calls.machine;

import java.util.Locale;

/// What a call is to people who look at a list, in Twilio's words. Only ever goes forward.
public enum CallStatus {
    QUEUED(0),
    RINGING(1),
    IN_PROGRESS(2),
    COMPLETED(3),
    BUSY(3),
    NO_ANSWER(3),
    FAILED(3),
    CANCELED(3);

    private final int rank;

    CallStatus(int rank) {
        this.rank = rank;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CallStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isFinal() {
        return rank == 3;
    }

    /// This one, or the other where that is further on.
    CallStatus then(CallStatus other) {
        return other.rank > rank ? other : this;
    }
}
