package org.patchbay.simulator.calls;

import java.util.ArrayList;
import java.util.List;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.TwilioDates;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// Tells a call's progress to whoever subscribed
/// (<https://www.twilio.com/docs/voice/api/call-resource#statuscallback>).
final class StatusReporter {

    private final Telephony telephony;
    private CallbackPlan plan;
    private int sequence;
    private final List<Params> atTheEnd = new ArrayList<>(1);

    StatusReporter(Telephony telephony, CallbackPlan plan) {
        this.telephony = telephony;
        this.plan = plan;
    }

    void changeTo(CallbackPlan plan) {
        this.plan = plan;
    }

    /// Parameters that the last callback carries besides the usual, e.g. of a recording.
    void addAtTheEnd(Params params) {
        atTheEnd.add(params);
    }

    void report(CallEvent event, Call call) {
        if (!plan.wants(event)) {
            return;
        }
        String status =
                event == CallEvent.INITIATED ? "initiated" : call.status().wire();
        send(call, CallParams.of(call, status));
    }

    void reportEnd(Call call, HangUp why) {
        if (!plan.wants(CallEvent.COMPLETED)) {
            return;
        }
        long seconds = call.durationSeconds();
        var params = CallParams.of(call)
                .and(Params.of(
                        "CallDuration", Long.toString(seconds),
                        // Billed minutes, rounded up.
                        "Duration", Long.toString((seconds + 59) / 60),
                        "SipResponseCode", Integer.toString(why.sipCode(call.status()))));
        String answeredBy = call.progress().answeredBy();
        if (answeredBy != null) {
            params = params.and("AnsweredBy", answeredBy);
        }
        for (Params more : atTheEnd) {
            params = params.and(more);
        }
        send(call, params);
    }

    private void send(Call call, Params params) {
        var all = params.and(Params.of(
                "CallbackSource", "call-progress-events",
                "SequenceNumber", Integer.toString(sequence++),
                "Timestamp", TwilioDates.rfc2822(telephony.clock().now())));
        telephony
                .webhooks()
                .tell(new Webhook(
                        call.accountSid(), call.sid(), WebhookKind.CALL_STATUS, plan.url(), plan.method(), all));
    }
}
