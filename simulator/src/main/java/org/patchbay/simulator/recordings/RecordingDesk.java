package org.patchbay.simulator.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegWatcher;
import org.patchbay.simulator.calls.Switchboard;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.recordings.Recording.Status;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.rest.TwilioDates;
import org.patchbay.simulator.sound.Mix;
import org.patchbay.simulator.sound.Tape;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// Begins recordings and reports what becomes of them.
public final class RecordingDesk {

    /// A recording can be had a moment after its end; its callback comes after that of the call.
    private static final Duration PROCESSING = Duration.ofSeconds(1);

    private final Telephony telephony;
    private final Recordings recordings;
    private final Supplier<String> baseUrl;

    public RecordingDesk(Telephony telephony, Recordings recordings, Supplier<String> baseUrl) {
        this.telephony = telephony;
        this.recordings = recordings;
        this.baseUrl = baseUrl;
    }

    public Recordings recordings() {
        return recordings;
    }

    /// Records a leg until it is stopped or the leg is over.
    public LiveRecording record(Leg leg, RecordingPlan plan) {
        var tape = telephony.sounds().record(leg.sound(), plan.channels(), track(plan));
        var live = begin(leg.board(), leg.call().sid(), null, plan, tape);
        leg.watch(new LegWatcher() {
            @Override
            public void ended(Leg over, HangUp why) {
                live.stop();
            }
        });
        return live;
    }

    /// `<Record>` is for what the caller says.
    private static String track(RecordingPlan plan) {
        return plan.source() == Recording.Source.RecordVerb ? "inbound" : plan.track();
    }

    /// Records a conference until it is stopped; its end is the caller's business.
    public LiveRecording record(Switchboard board, String callSid, String conferenceSid, Mix mix, RecordingPlan plan) {
        return begin(board, callSid, conferenceSid, plan, telephony.sounds().record(mix));
    }

    private LiveRecording begin(
            Switchboard board, String callSid, @Nullable String conferenceSid, RecordingPlan plan, Tape tape) {
        var now = telephony.clock().now();
        var recording = new Recording(
                Sids.mint("RE"),
                board.accountSid(),
                callSid,
                conferenceSid,
                plan.source(),
                conferenceSid == null ? plan.channels() : 1,
                plan.track(),
                Status.IN_PROGRESS,
                now,
                null,
                now);
        recordings.store().put(recording);
        var live = new LiveRecording(this, board, plan, tape, recording);
        recordings.began(live);
        report(recording, plan, "in-progress");
        return live;
    }

    /// The absolute URL of the recording, without extension.
    public String url(Recording recording) {
        return baseUrl.get() + "/2010-04-01/Accounts/" + recording.accountSid() + "/Recordings/" + recording.sid();
    }

    void store(Recording recording) {
        recordings.store().put(recording);
    }

    void stopped(LiveRecording live, Recording processing, Tape.Recorded sound) {
        recordings.stopped(live);
        recordings.store().put(processing);
        // The callers know the length as it was; only what is kept is trimmed, as at Twilio.
        var _ = sound.processed(live.plan().trim()).handle((kept, failure) -> {
            var result = kept == null ? sound : kept;
            boolean absent = kept == null || kept.duration().isZero();
            return telephony.after(live.board(), PROCESSING, () -> complete(live, processing, result, absent));
        });
    }

    private void complete(LiveRecording live, Recording processing, Tape.Recorded sound, boolean absent) {
        var done = processing.become(
                absent ? Status.ABSENT : Status.COMPLETED,
                sound.duration(),
                telephony.clock().now());
        recordings.completed(done, sound);
        report(done, live.plan(), absent ? "absent" : "completed");
        live.completed(done);
    }

    Instant now() {
        return telephony.clock().now();
    }

    /// It carries neither From nor To
    /// (<https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback>).
    private void report(Recording recording, RecordingPlan plan, String event) {
        if (!plan.reports(event)) {
            return;
        }
        var params = params(recording, event);
        String subject = recording.conferenceSid() == null ? recording.callSid() : recording.conferenceSid();
        telephony
                .webhooks()
                .tell(new Webhook(
                        recording.accountSid(),
                        subject,
                        WebhookKind.RECORDING_STATUS,
                        plan.callbackUrl(),
                        plan.callbackMethod(),
                        params));
    }

    private Params params(Recording recording, String event) {
        var params = Params.of(
                "AccountSid", recording.accountSid(),
                "CallSid", recording.callSid(),
                "RecordingSid", recording.sid(),
                "RecordingUrl", url(recording),
                "RecordingStatus", event,
                "RecordingChannels", Integer.toString(recording.channels()),
                "RecordingStartTime", TwilioDates.rfc2822(recording.started()),
                "RecordingSource", recording.source().name(),
                "RecordingTrack", recording.track(),
                "ErrorCode", "0");
        if (recording.duration() != null) {
            params = params.and("RecordingDuration", Long.toString(recording.durationSeconds()));
        }
        return recording.conferenceSid() == null ? params : params.and("ConferenceSid", recording.conferenceSid());
    }
}
