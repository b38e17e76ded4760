package org.patchbay.simulator.recordings;

import java.util.List;
import java.util.Set;
import org.patchbay.simulator.recordings.Recording.Source;
import org.patchbay.simulator.twiml.Element;

/// How something is to be recorded and where its fate is reported.
///
/// @param track `inbound`, `outbound` or `both`
/// @param trim whether silence is cut off both ends
/// @param callbackUrl absolute, or empty
/// @param events of `in-progress`, `completed`, `absent`
public record RecordingPlan(
        Source source,
        int channels,
        String track,
        boolean trim,
        String callbackUrl,
        String callbackMethod,
        Set<String> events) {

    /// Only the completion is reported unless more is asked for.
    public static RecordingPlan of(
            Source source,
            int channels,
            String track,
            boolean trim,
            String callbackUrl,
            String callbackMethod,
            List<String> events) {
        return new RecordingPlan(
                source,
                channels,
                track,
                trim,
                callbackUrl,
                callbackMethod,
                events.isEmpty() ? Set.of("completed") : Set.copyOf(events));
    }

    /// Reads the attributes that verbs with recordings share.
    public static RecordingPlan of(Source source, int channels, Element verb, String callbackUrl) {
        return of(
                source,
                channels,
                verb.attribute("recordingTrack", verb.attribute("track", "both")),
                verb.attribute("trim", source == Source.DialVerb ? "do-not-trim" : "trim-silence")
                        .equals("trim-silence"),
                callbackUrl,
                verb.method("recordingStatusCallbackMethod", "POST"),
                verb.words("recordingStatusCallbackEvent"));
    }

    boolean reports(String event) {
        return !callbackUrl.isEmpty() && events.contains(event);
    }
}
