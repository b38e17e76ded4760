package org.patchbay.simulator.recordings;

import java.time.Duration;
import java.util.function.Supplier;
import org.patchbay.simulator.calls.CallParams;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.rest.Store;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// Writes down recordings (<https://www.twilio.com/docs/voice/twiml/record#transcribe>).
public final class Transcriber {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration TAKES = Duration.ofSeconds(2);

    private final Store<Transcription> store = new Store<>();
    private final RecordingDesk desk;
    private final Supplier<String> baseUrl;

    public Transcriber(RecordingDesk desk, Supplier<String> baseUrl) {
        this.desk = desk;
        this.baseUrl = baseUrl;
    }

    public Store<Transcription> store() {
        return store;
    }

    /// Only recordings of 2 to 120 seconds can be transcribed; of others the callback says `failed`.
    ///
    /// @param callbackUrl absolute, or empty
    void transcribe(Leg leg, LiveRecording live, Supplier<String> words, String callbackUrl) {
        live.whenCompleted(recording -> leg.telephony().after(live.board(), TAKES, () -> {
            var length = recording.duration() == null ? Duration.ZERO : recording.duration();
            boolean possible = length.compareTo(SHORTEST) > 0 && length.compareTo(LONGEST) <= 0;
            var transcription = new Transcription(
                    Sids.mint("TR"),
                    recording.accountSid(),
                    recording.sid(),
                    possible ? "completed" : "failed",
                    possible ? words.get() : "",
                    length,
                    leg.telephony().clock().now());
            store.put(transcription);
            if (!callbackUrl.isEmpty()) {
                tell(leg, recording, transcription, callbackUrl);
            }
        }));
    }

    private void tell(Leg leg, Recording recording, Transcription transcription, String url) {
        var call = leg.call();
        var params = CallParams.of(call)
                .and(Params.of(
                        "TranscriptionSid", transcription.sid(),
                        "TranscriptionText", transcription.text(),
                        "TranscriptionStatus", transcription.status(),
                        "TranscriptionUrl",
                                baseUrl.get() + "/2010-04-01/Accounts/" + call.accountSid() + "/Transcriptions/"
                                        + transcription.sid(),
                        "TranscriptionType", "fast",
                        "RecordingSid", recording.sid(),
                        "RecordingUrl", desk.url(recording)));
        leg.telephony()
                .webhooks()
                .tell(new Webhook(call.accountSid(), call.sid(), WebhookKind.TRANSCRIPTION, url, "POST", params));
    }
}
