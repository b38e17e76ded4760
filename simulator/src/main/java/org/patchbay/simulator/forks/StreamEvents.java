package org.patchbay.simulator.forks;

import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.TwilioDates;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// Tells the start and the end of a media stream.
record StreamEvents(Leg leg, String sid, String name, StreamPlan plan) {

    void tell(String event) {
        if (plan.callbackUrl().isEmpty()) {
            return;
        }
        var call = leg.call();
        leg.telephony()
                .webhooks()
                .tell(new Webhook(
                        call.accountSid(),
                        call.sid(),
                        WebhookKind.STREAM_STATUS,
                        plan.callbackUrl(),
                        plan.callbackMethod(),
                        Params.of(
                                "AccountSid",
                                call.accountSid(),
                                "CallSid",
                                call.sid(),
                                "StreamSid",
                                sid,
                                "StreamName",
                                name,
                                "StreamEvent",
                                event,
                                "Timestamp",
                                TwilioDates.iso8601(leg.telephony().clock().now()))));
    }
}
