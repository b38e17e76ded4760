package org.patchbay.calls.machine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static final Map<String, LegStatus> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(LegStatus::code, status -> status));

    private final int rank;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    LegStatus(int rank) {
        this.rank = rank;
    }

    public String code() {
        return code;
    }

    /// @return empty for a word that Twilio has not documented
    public static Optional<LegStatus> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
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
