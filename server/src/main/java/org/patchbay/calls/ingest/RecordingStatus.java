package org.patchbay.calls.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What Twilio says a recording is. Reports overtake each other and come twice, so it only goes forward;
/// pausing and going on are one rank.
/// Source: [Recording status](https://www.twilio.com/docs/voice/api/recording#recording-status-values);
/// `deleted` is ours.
public enum RecordingStatus {
    IN_PROGRESS(0),
    PAUSED(0),
    STOPPED(1),
    PROCESSING(2),
    COMPLETED(3),
    ABSENT(3),
    FAILED(3),
    /// At Twilio, by us.
    DELETED(4);

    private final int rank;

    RecordingStatus(int rank) {
        this.rank = rank;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it is being made, or may go on.
    public boolean isLive() {
        return rank == 0;
    }

    /// @return empty for a word that Twilio has not documented
    public static Optional<RecordingStatus> of(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }

    /// Whether a recording of this status may become that one; the last word of a rank holds, but a final one
    /// is not taken back.
    public boolean mayBecome(RecordingStatus next) {
        return next.rank > rank || (next.rank == rank && rank == 0);
    }
}
