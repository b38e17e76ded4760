package org.patchbay.simulator.recordings.web;

import java.util.function.Consumer;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegWatcher;
import org.patchbay.simulator.calls.web.CallExtras;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.recordings.LiveRecording;
import org.patchbay.simulator.recordings.Recording;
import org.patchbay.simulator.recordings.RecordingDesk;
import org.patchbay.simulator.recordings.RecordingPlan;
import org.patchbay.simulator.rest.Fields;

/// `Record=true` of a new call or participant: it is recorded from its answer to its end, and its last
/// status callback names the recording.
public record RecordedCalls(RecordingDesk desk) implements CallExtras {

    @Override
    public Consumer<Leg> of(RestRequest request) {
        if (!request.fields().flag("Record", false)) {
            return leg -> {};
        }
        var plan = plan(request.fields());
        return leg -> leg.watch(new LegWatcher() {
            @Override
            public void answered(Leg answered) {
                tellAtTheEnd(answered, desk.record(answered, plan));
            }
        });
    }

    private void tellAtTheEnd(Leg leg, LiveRecording live) {
        leg.watch(new LegWatcher() {
            @Override
            public void ended(Leg over, HangUp why) {
                live.stop();
                over.addToFinalReport(Params.of(
                        "RecordingUrl", desk.url(live.recording()),
                        "RecordingSid", live.sid(),
                        "RecordingDuration", Long.toString(live.recording().durationSeconds())));
            }
        });
    }

    private static RecordingPlan plan(Fields fields) {
        boolean dual = fields.oneOf("RecordingChannels", 20001, "mono", "dual")
                .filter("dual"::equals)
                .isPresent();
        return RecordingPlan.of(
                Recording.Source.OutboundAPI,
                dual ? 2 : 1,
                fields.text("RecordingTrack", "both"),
                fields.text("Trim", "trim-silence").equals("trim-silence"),
                fields.url("RecordingStatusCallback").orElse(""),
                fields.method("RecordingStatusCallbackMethod", "POST"),
                fields.words("RecordingStatusCallbackEvent"));
    }
}
