package org.patchbay.simulator.conferences.web;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.conferences.ConferenceSettings;
import org.patchbay.simulator.conferences.Seat;
import org.patchbay.simulator.conferences.SeatChange;
import org.patchbay.simulator.recordings.Recording;
import org.patchbay.simulator.recordings.RecordingPlan;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.RestError;

/// Reads what a form says about a participant and, when it opens one, about the conference.
record ParticipantFields(Fields fields) {

    Seat seat() {
        String label = fields.text("Label", "");
        if (label.length() > 128) {
            throw RestError.badRequest(20001, "Label may have 128 characters");
        }
        String beep = fields.oneOf("Beep", 20001, "true", "false", "onEnter", "onExit")
                .orElse("true");
        return new Seat(
                label.isEmpty() ? null : label,
                fields.flag("Muted", false),
                false,
                fields.flag("Coaching", false),
                fields.text("CallSidToCoach").orElse(null),
                beep.equals("true") || beep.equals("onEnter"),
                beep.equals("true") || beep.equals("onExit"),
                fields.flag("StartConferenceOnEnter", true),
                fields.flag("EndConferenceOnExit", false),
                waitUrl(),
                fields.method("WaitMethod", "POST"));
    }

    /// Absent means Twilio's music, empty means silence.
    private @Nullable String waitUrl() {
        return fields.form().has("WaitUrl") ? fields.url("WaitUrl").orElse("") : null;
    }

    /// Unlike the verb's, the resource's default events are `start end`.
    ConferenceSettings settings() {
        var events = fields.words("ConferenceStatusCallbackEvent");
        return new ConferenceSettings(
                fields.url("ConferenceStatusCallback").orElse(""),
                fields.method("ConferenceStatusCallbackMethod", "POST"),
                events.isEmpty() ? Set.of("start", "end") : Set.copyOf(events),
                recording(),
                fields.text("Region", "us1"));
    }

    private @Nullable RecordingPlan recording() {
        String wanted = fields.text("ConferenceRecord", "do-not-record");
        if (!wanted.equals("true") && !wanted.equals("record-from-start")) {
            return null;
        }
        return RecordingPlan.of(
                Recording.Source.Conference,
                1,
                "both",
                fields.text("ConferenceTrim", "trim-silence").equals("trim-silence"),
                fields.url("ConferenceRecordingStatusCallback").orElse(""),
                fields.method("ConferenceRecordingStatusCallbackMethod", "POST"),
                fields.words("ConferenceRecordingStatusCallbackEvent"));
    }

    SeatChange change() {
        return new SeatChange(
                fields.flag("Muted"),
                fields.flag("Hold"),
                fields.url("HoldUrl").orElse(null),
                fields.method("HoldMethod", "GET"),
                fields.flag("Coaching"),
                fields.text("CallSidToCoach").orElse(null),
                fields.flag("BeepOnExit"),
                fields.flag("EndConferenceOnExit"),
                Optional.ofNullable(waitUrl()),
                fields.method("WaitMethod", "POST"));
    }
}
