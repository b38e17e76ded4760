package org.patchbay.simulator.calls;

import java.util.function.Consumer;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// What to do with the verdict of machine detection.
///
/// @param async the instructions do not wait for the verdict
/// @param callbackUrl where an asynchronous verdict goes, or empty
public record MachineDetectionPlan(
        MachineDetection detection, boolean async, String callbackUrl, String callbackMethod) {

    /// Detects, and runs `then` on the mailbox: at once when asynchronous, else with the parameters
    /// that the request for instructions carries.
    public void detect(Leg leg, Consumer<Params> then) {
        var verdict = detection.verdict(leg.farEnd().greeting());
        var telephony = leg.telephony();
        telephony.after(leg.board(), verdict.after(), () -> {
            if (leg.isOver()) {
                return;
            }
            leg.answeredBy(verdict.answeredBy());
            var params = Params.of(
                    "AnsweredBy", verdict.answeredBy(),
                    "MachineDetectionDuration", Long.toString(verdict.after().toMillis()));
            if (!callbackUrl.isEmpty()) {
                tell(leg, params);
            }
            if (!async) {
                then.accept(params);
            }
        });
        if (async) {
            then.accept(Params.NONE);
        }
    }

    /// The callback carries nothing else: neither From nor To.
    private void tell(Leg leg, Params verdict) {
        var call = leg.call();
        var params = Params.of("CallSid", call.sid(), "AccountSid", call.accountSid())
                .and(verdict);
        leg.telephony()
                .webhooks()
                .tell(new Webhook(call.accountSid(), call.sid(), WebhookKind.AMD, callbackUrl, callbackMethod, params));
    }
}
