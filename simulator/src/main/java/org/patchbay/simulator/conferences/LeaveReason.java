package org.patchbay.simulator.conferences;

import java.util.Locale;

/// Why a participant left; unlike a conference's reasons written with underscores.
enum LeaveReason {
    CONFERENCE_ENDED_VIA_API,
    MODERATOR_ENDED_CONFERENCE,
    PARTICIPANT_UPDATED_VIA_API,
    PARTICIPANT_HUNG_UP,
    PARTICIPANT_ADD_FAILED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
