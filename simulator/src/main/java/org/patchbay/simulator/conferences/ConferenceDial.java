package org.patchbay.simulator.conferences;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.recordings.Recording;
import org.patchbay.simulator.recordings.RecordingPlan;
import org.patchbay.simulator.twiml.Element;

/// `<Dial><Conference>`: sits in a conference until it ends or the leg is removed, then goes on.
public final class ConferenceDial implements VerbRun {

    private static final int LONGEST_NAME = 128;
    private static final int MOST_PARTICIPANTS = 250;

    private final Interpreter interpreter;
    private final Element dial;
    private final Element noun;
    private final ConferenceHall hall;
    private @Nullable Conference conference;
    private @Nullable Participant participant;

    public ConferenceDial(Interpreter interpreter, Element dial, Element noun, ConferenceHalls halls) {
        this.interpreter = interpreter;
        this.dial = dial;
        this.noun = noun;
        this.hall = halls.of(interpreter.leg().call().accountSid());
    }

    @Override
    public void begin() {
        String name = noun.text();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            interpreter.alert(12200, "Conference: a name of 1 to 128 characters is needed");
            interpreter.proceed(this);
            return;
        }
        var refusal = refusal(hall.find(name));
        if (refusal != 0) {
            interpreter.alert(
                    refusal, "Conference: " + (refusal == 16025 ? "the label is taken" : "it cannot be joined"));
            carryOn(refusal == 13240 ? "failed" : "");
            return;
        }
        join(hall.open(name, settings()));
    }

    /// @return Twilio's code, or 0 when the leg may join
    private int refusal(Optional<Conference> live) {
        String coach = noun.attribute("coach", "");
        if (!coach.isEmpty() && live.flatMap(room -> room.find(coach)).isEmpty()) {
            return 13240;
        }
        if (live.isEmpty()) {
            return 0;
        }
        int most = noun.number("maxParticipants", MOST_PARTICIPANTS, 1, MOST_PARTICIPANTS);
        if (live.get().participants().size() >= most) {
            return 16020;
        }
        String label = noun.attribute("participantLabel", "");
        return !label.isEmpty() && live.get().find(label).isPresent() ? 16025 : 0;
    }

    private void join(Conference room) {
        conference = room;
        participant = new Participant(interpreter.leg(), seat(), interpreter.table(), () -> carryOn("answered"));
        room.join(participant);
    }

    private Seat seat() {
        String coach = noun.attribute("coach", "");
        String label = noun.attribute("participantLabel", "");
        String beep = noun.attribute("beep", "true");
        return new Seat(
                label.isEmpty() ? null : label,
                noun.flag("muted", false),
                false,
                !coach.isEmpty(),
                coach.isEmpty() ? null : coach,
                beep.equals("true") || beep.equals("onEnter"),
                beep.equals("true") || beep.equals("onExit"),
                noun.flag("startConferenceOnEnter", true),
                noun.flag("endConferenceOnExit", false),
                waitUrl(),
                noun.method("waitMethod", noun.attribute("waitUrl", "").isEmpty() ? "GET" : "POST"));
    }

    private @Nullable String waitUrl() {
        String url = noun.attributes().get("waitUrl");
        return url == null || url.isEmpty() ? url : interpreter.resolve(url).orElse(null);
    }

    private ConferenceSettings settings() {
        return new ConferenceSettings(
                url("statusCallback"),
                noun.method("statusCallbackMethod", "POST"),
                Set.copyOf(noun.words("statusCallbackEvent")),
                recording(),
                noun.attribute("region", "us1"));
    }

    private @Nullable RecordingPlan recording() {
        boolean wanted = noun.attribute("record", "").equals("record-from-start")
                || noun.attribute("record", "").equals("true");
        return wanted ? RecordingPlan.of(Recording.Source.Conference, 1, noun, url("recordingStatusCallback")) : null;
    }

    private String url(String attribute) {
        String value = noun.attribute(attribute, "");
        return value.isEmpty() ? "" : interpreter.resolve(value).orElse("");
    }

    /// A conference is no call: neither DialCallSid nor a duration is told.
    private void carryOn(String status) {
        if (!status.isEmpty() && dial.attributes().containsKey("action")) {
            interpreter.follow(
                    this,
                    dial.attribute("action", ""),
                    dial.method("method", "POST"),
                    Params.of("DialCallStatus", status));
        } else {
            interpreter.proceed(this);
        }
    }

    @Override
    public void stop(boolean ended) {
        if (conference != null && participant != null) {
            conference.leave(participant, !ended);
        }
        if (ended && dial.attributes().containsKey("action")) {
            interpreter.tell(
                    dial.attribute("action", ""),
                    dial.method("method", "POST"),
                    Params.of("DialCallStatus", "answered"));
        }
    }
}
