package org.patchbay.simulator.calls.web;

import java.time.Duration;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.calls.CallStatus;
import org.patchbay.simulator.calls.CallbackPlan;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.calls.TwimlRunner;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.RestError;

/// Changes to a live call: end it, cancel it, or give it other instructions.
public final class CallUpdates {

    private final Telephony telephony;
    private final TwimlRunner runner;

    public CallUpdates(Telephony telephony, TwimlRunner runner) {
        this.telephony = telephony;
        this.runner = runner;
    }

    /// @throws RestError 400/21220 when the call is over, or not in progress when redirected
    Call apply(Call call, Fields fields) {
        var source = CallFields.source(fields);
        var status = fields.oneOf("Status", 20001, "canceled", "completed");
        var board = telephony.boards().of(call.accountSid());
        return board.mailbox().ask(() -> {
            Leg leg = board.leg(call.sid())
                    .orElseThrow(() -> RestError.badRequest(21220, "Call is not in-progress. Cannot redirect."));
            if (fields.text("StatusCallback").isPresent()) {
                leg.report(CallFields.callbacks(fields));
            }
            fields.number("TimeLimit", 1, 86_400).ifPresent(seconds -> leg.endAfter(Duration.ofSeconds(seconds)));
            if (status.isPresent()) {
                end(leg, status.get());
            } else {
                source.ifPresent(next -> {
                    if (!leg.isAnswered()) {
                        throw RestError.badRequest(21220, "Call is not in-progress. Cannot redirect.");
                    }
                    leg.begin(runner.run(leg, next));
                });
            }
            return leg.call();
        });
    }

    private static void end(Leg leg, String status) {
        if (status.equals("canceled")) {
            if (leg.isAnswered()) {
                throw RestError.badRequest(21220, "Call is in-progress. Cannot cancel.");
            }
            if (leg.call().status() == CallStatus.QUEUED) {
                // Twilio tells nobody about a call that never left its queue.
                leg.report(CallbackPlan.NONE);
            }
            leg.end(HangUp.CANCELED);
        } else {
            leg.end(leg.isAnswered() ? HangUp.NORMAL : HangUp.CANCELED);
        }
    }
}
