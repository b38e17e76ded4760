package org.patchbay.calls.machine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What Twilio says a leg is. Deliveries overtake each other and come twice, so it only goes forward.
/// Source: [Call status](https://www.twilio.com/docs/voice/api/call-resource#call-status-values).
public enum LegStatus {
    QUEUED(0),
    INITIATED(1),
    RINGING(2),
    IN_PROGRESS(3),
    COMPLETED(4),
    BUSY(4),
    NO_ANSWER(4),
    FAILED(4),
    CANCELED(4);

    private final int rank;

    LegStatus(int rank) {
        this.rank = rank;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @return empty for a word that Twilio has not documented
    public static Optional<LegStatus> of(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }

    public boolean isOver() {
        return rank == 4;
    }

    /// Whether a leg of that status would move on to this one.
    public boolean isAfter(LegStatus before) {
        return before.mayBecome(this);
    }

    /// Whether a leg of this status may become that one.
    boolean mayBecome(LegStatus next) {
        return next.rank > rank;
    }
}
