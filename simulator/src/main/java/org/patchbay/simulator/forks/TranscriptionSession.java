package org.patchbay.simulator.forks;

import java.time.format.DateTimeFormatter;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegWatcher;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// A real-time transcription: tells what is said as it is said. Its dates are ISO 8601, unlike those
/// of other callbacks.
final class TranscriptionSession implements LegWatcher {

    private final Leg leg;
    private final String sid;
    private final TranscriptionPlan plan;
    private int sequence;
    private boolean stopped;

    TranscriptionSession(Leg leg, String sid, TranscriptionPlan plan) {
        this.leg = leg;
        this.sid = sid;
        this.plan = plan;
    }

    void start() {
        leg.watch(this);
        tell(
                "transcription-started",
                Params.of(
                        "TranscriptionEngine", plan.engine(),
                        "ProviderConfiguration", "{}",
                        "LanguageCode", plan.languageCode(),
                        "PartialResults", Boolean.toString(plan.partialResults()),
                        "Track", plan.track()));
    }

    void stop() {
        if (!stopped) {
            stopped = true;
            tell("transcription-stopped", Params.NONE);
        }
    }

    @Override
    public void said(Leg speaker, String words) {
        content("inbound_track", words);
    }

    @Override
    public void heard(Leg listener, String words) {
        content("outbound_track", words);
    }

    private void content(String track, String words) {
        if (stopped || !plan.hears(track)) {
            return;
        }
        var data = Json.object().put("transcript", words).put("confidence", 0.98);
        tell("transcription-content", Params.of("TranscriptionData", data.toString(), "Final", "true", "Track", track));
    }

    private void tell(String event, Params more) {
        if (plan.callbackUrl().isEmpty()) {
            return;
        }
        var call = leg.call();
        var params = Params.of(
                        "AccountSid", call.accountSid(),
                        "CallSid", call.sid(),
                        "TranscriptionSid", sid,
                        "Timestamp",
                                DateTimeFormatter.ISO_INSTANT.format(
                                        leg.telephony().clock().now()),
                        "SequenceId", Integer.toString(++sequence),
                        "TranscriptionEvent", event)
                .and(more);
        leg.telephony()
                .webhooks()
                .tell(new Webhook(
                        call.accountSid(),
                        call.sid(),
                        WebhookKind.TRANSCRIPTION,
                        plan.callbackUrl(),
                        plan.callbackMethod(),
                        params));
    }
}
