package org.patchbay.simulator.calls;

import java.time.Duration;
import org.patchbay.simulator.calls.Call.CallIdentity;
import org.patchbay.simulator.calls.Call.CallProgress;
import org.patchbay.simulator.http.Params;

/// Begins legs. To be called on the mailbox of the account.
public final class Legs {

    /// Twilio lets it ring about this much longer than it was told to.
    public static final Duration RING_BUFFER = Duration.ofSeconds(5);

    private final Telephony telephony;

    public Legs(Telephony telephony) {
        this.telephony = telephony;
    }

    /// A new leg that nobody has been told about yet.
    public Leg create(CallIdentity identity, FarEnd farEnd, CallbackPlan plan) {
        var call = new Call(identity, CallProgress.queued(telephony.clock().now()));
        return new Leg(telephony, telephony.boards().of(identity.accountSid()), call, farEnd, plan);
    }

    /// Looks for the far end of an outbound leg.
    ///
    /// @param timeout how long it may ring, without Twilio's buffer
    /// @param parameters what the far end is told besides
    public void dial(Leg leg, Duration timeout, Params parameters) {
        leg.initiated();
        leg.endUnlessAnsweredWithin(timeout.plus(RING_BUFFER), HangUp.NO_ANSWER);
        leg.farEnd().ring(new LegLine(leg, parameters));
    }

    /// A call that arrives from the far end; it rings from the start.
    public Line arrived(Leg leg) {
        leg.ringing();
        return new LegLine(leg, Params.NONE);
    }
}
