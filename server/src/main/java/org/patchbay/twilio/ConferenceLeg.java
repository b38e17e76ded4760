package org.patchbay.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Conference.Event;
import com.twilio.twiml.voice.Conference.RecordingEvent;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one leg joins a conference. A conference starts when two are in it and one of them starts it; until
/// then each hears its own waiting sound.
///
/// @param label unique in the conference; of A-Z, a-z, 0-9, `_` and `-`
/// @param starts whether the conference may start with them
/// @param ends whether it ends when they leave
/// @param waitUrl a TwiML document, asked by GET, which must loop by itself; null for silence
/// @param notice said before they join, such as that the call is recorded; null for none
public record ConferenceLeg(
        ConferenceRoom room,
        String label,
        boolean starts,
        boolean ends,
        @Nullable URI waitUrl,
        @Nullable Spoken notice) {

    private static final List<Event> EVENTS =
            List.of(Event.START, Event.END, Event.JOIN, Event.LEAVE, Event.MUTE, Event.HOLD, Event.MODIFY);
    private static final List<RecordingEvent> RECORDING_EVENTS =
            List.of(RecordingEvent.IN_PROGRESS, RecordingEvent.COMPLETED, RecordingEvent.ABSENT);

    /// @throws IllegalArgumentException if the label has other characters
    public ConferenceLeg {
        TwimlName.checked(label);
    }

    /// The default jitter buffer delays what is said by up to a second, and the beep is for parties of many.
    Conference noun() {
        Conference.Builder noun = new Conference.Builder(room.name())
                .beep(Conference.Beep.FALSE)
                .jitterBufferSize(Conference.JitterBufferSize.SMALL)
                .participantLabel(label)
                .startConferenceOnEnter(starts)
                .endConferenceOnExit(ends)
                .waitUrl(AccountApps.text(waitUrl))
                .waitMethod(HttpMethod.GET)
                .statusCallback(room.statusUrl())
                .statusCallbackMethod(HttpMethod.POST)
                .statusCallbackEvents(EVENTS);
        return recording(noun, room.recordingUrl()).build();
    }

    private static Conference.Builder recording(Conference.Builder noun, @Nullable URI told) {
        return told == null
                ? noun.record(Conference.Record.DO_NOT_RECORD)
                : noun.record(Conference.Record.RECORD_FROM_START)
                        .recordingStatusCallback(told)
                        .recordingStatusCallbackMethod(HttpMethod.POST)
                        .recordingStatusCallbackEvents(RECORDING_EVENTS);
    }
}
