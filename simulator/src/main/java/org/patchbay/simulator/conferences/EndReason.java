package org.patchbay.simulator.conferences;

/// Why a conference ended; written with hyphens.
public enum EndReason {
    ENDED_VIA_API("conference-ended-via-api", "The conference was ended via API"),
    LAST_PARTICIPANT_KICKED("last-participant-kicked", "The last participant was removed"),
    LAST_PARTICIPANT_LEFT("last-participant-left", "The last participant left"),
    PARTICIPANT_WITH_END_KICKED(
            "participant-with-end-conference-on-exit-kicked", "A participant with endConferenceOnExit was removed"),
    PARTICIPANT_WITH_END_LEFT(
            "participant-with-end-conference-on-exit-left", "A participant with endConferenceOnExit left");

    private final String wire;
    private final String text;

    EndReason(String wire, String text) {
        this.wire = wire;
        this.text = text;
    }

    public String wire() {
        return wire;
    }

    String text() {
        return text;
    }
}
