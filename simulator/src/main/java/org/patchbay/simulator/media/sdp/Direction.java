package org.patchbay.simulator.media.sdp;

import java.util.List;
import java.util.Locale;

/// Which way sound goes (RFC 8866 §6.7), seen by whoever wrote it.
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    static Direction of(Section section, Section session) {
        for (Section place : List.of(section, session)) {
            for (Direction direction : values()) {
                if (place.lines().contains("a=" + direction.sdpName())) {
                    return direction;
                }
            }
        }
        return SENDRECV;
    }

    /// The same, seen from the other side.
    public Direction mirrored() {
        return switch (this) {
            case SENDRECV -> SENDRECV;
            case SENDONLY -> RECVONLY;
            case RECVONLY -> SENDONLY;
            case INACTIVE -> INACTIVE;
        };
    }

    public String sdpName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
