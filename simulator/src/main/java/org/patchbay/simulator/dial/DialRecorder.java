package org.patchbay.simulator.dial;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.recordings.LiveRecording;
import org.patchbay.simulator.recordings.Recording;
import org.patchbay.simulator.recordings.RecordingDesk;
import org.patchbay.simulator.recordings.RecordingPlan;
import org.patchbay.simulator.twiml.Element;

/// `<Dial record>`: records the conversation, on the leg that dialled.
final class DialRecorder {

    private final Interpreter interpreter;
    private final Element verb;
    private final RecordingDesk desk;
    private @Nullable LiveRecording live;

    DialRecorder(Interpreter interpreter, Element verb, RecordingDesk desk) {
        this.interpreter = interpreter;
        this.verb = verb;
        this.desk = desk;
    }

    void bridged() {
        String record = verb.attribute("record", "do-not-record");
        boolean wanted = record.equals("true") || record.startsWith("record-from-");
        if (!wanted || live != null) {
            return;
        }
        String callback = verb.attribute("recordingStatusCallback", "");
        String url = callback.isEmpty() ? "" : interpreter.resolve(callback).orElse("");
        int channels = record.endsWith("-dual") ? 2 : 1;
        live = desk.record(interpreter.leg(), RecordingPlan.of(Recording.Source.DialVerb, channels, verb, url));
    }

    void stop() {
        if (live != null) {
            live.stop();
        }
    }

    /// What the action learns about the recording.
    Params result() {
        if (live == null) {
            return Params.NONE;
        }
        var recording = live.recording();
        return Params.of(
                "RecordingUrl", desk.url(recording),
                "RecordingSid", recording.sid(),
                "RecordingDuration", Long.toString(recording.durationSeconds()));
    }
}
