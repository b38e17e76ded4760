package org.patchbay.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Number.Event;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a call is forwarded to a phone.
///
/// Source: [Dial](https://www.twilio.com/docs/voice/twiml/dial),
/// [Number](https://www.twilio.com/docs/voice/twiml/number).
///
/// @param number E.164
/// @param callerId what the phone shows: the caller's own number, one of the account's, or one that it
///     verified; null for the caller's own
/// @param ringTime 5 s to 600 s; Twilio adds about 5 s
/// @param actionUrl asked what now, when the phone has hung up or was not reached, or the caller has hung up
/// @param statusUrl told of the new call's `initiated ringing answered completed`
/// @param recordingUrl told of the recording, which has one channel for each side; null if it is not to be
///     recorded
/// @param whisperUrl asked what the phone's owner hears before the caller does, such as [VoiceTwiml#whisper];
///     null for nothing
/// @param notice said to the caller before; null for none. Only without one does the caller hear real ringing,
///     and pay nothing if nobody answers: Twilio then answers the call when it is bridged
public record ForwardLeg(
        String number,
        @Nullable String callerId,
        Duration ringTime,
        URI actionUrl,
        URI statusUrl,
        @Nullable URI recordingUrl,
        @Nullable URI whisperUrl,
        @Nullable Spoken notice) {

    private static final List<Event> EVENTS = List.of(Event.INITIATED, Event.RINGING, Event.ANSWERED, Event.COMPLETED);
    private static final List<Dial.RecordingEvent> RECORDING_EVENTS =
            List.of(Dial.RecordingEvent.IN_PROGRESS, Dial.RecordingEvent.COMPLETED, Dial.RecordingEvent.ABSENT);

    public ForwardLeg {
        if (ringTime.toSeconds() < 5 || ringTime.toSeconds() > 600) {
            throw new IllegalArgumentException("Twilio rings between 5 and 600 seconds");
        }
    }

    Dial verb() {
        Dial.Builder dial = new Dial.Builder()
                .action(actionUrl)
                .method(HttpMethod.POST)
                .timeout((int) ringTime.toSeconds())
                .answerOnBridge(isFirst())
                .number(noun());
        if (callerId != null) {
            dial.callerId(callerId);
        }
        return recording(dial, recordingUrl).build();
    }

    /// Twilio can only leave a call unanswered that has heard nothing yet.
    private boolean isFirst() {
        return notice == null || notice.isSilent();
    }

    private Number noun() {
        Number.Builder noun = new Number.Builder(number)
                .statusCallback(statusUrl)
                .statusCallbackMethod(HttpMethod.POST)
                .statusCallbackEvents(EVENTS);
        return (whisperUrl == null ? noun : noun.url(whisperUrl).method(HttpMethod.POST)).build();
    }

    private static Dial.Builder recording(Dial.Builder dial, @Nullable URI told) {
        return told == null
                ? dial.record(Dial.Record.DO_NOT_RECORD)
                : dial.record(Dial.Record.RECORD_FROM_ANSWER_DUAL)
                        .recordingStatusCallback(told)
                        .recordingStatusCallbackMethod(HttpMethod.POST)
                        .recordingStatusCallbackEvents(RECORDING_EVENTS);
    }
}
