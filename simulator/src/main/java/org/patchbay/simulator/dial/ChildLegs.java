package org.patchbay.simulator.dial;

import java.time.Duration;
import java.util.Optional;
import org.patchbay.simulator.calls.Call.CallIdentity;
import org.patchbay.simulator.calls.Direction;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.twiml.Element;

/// The calls that a `<Dial>` begins.
record ChildLegs(DialTools tools) {

    /// A leg for the target, not dialled yet; empty when the caller id is refused, which is reported.
    Optional<Leg> create(Interpreter interpreter, Element dial, Target target) {
        var parent = interpreter.leg().call();
        var callerId = new CallerIds(tools.numbers()).of(parent, dial, target.isNumber());
        if (callerId.isEmpty()) {
            interpreter.alert(13214, "Dial: callerId is neither yours nor verified");
            return Optional.empty();
        }
        var identity = new CallIdentity(
                Sids.mint("CA"),
                parent.accountSid(),
                parent.sid(),
                callerId.get(),
                target.address(),
                Direction.OUTBOUND_DIAL,
                tools.numbers()
                        .byNumber(callerId.get())
                        .map(IncomingPhoneNumber::sid)
                        .orElse(null),
                null,
                Params.NONE,
                interpreter.leg().telephony().clock().now());
        var farEnd = tools.directory().find(parent.accountSid(), callerId.get(), target.address());
        return Optional.of(tools.legs().create(identity, farEnd, target.callbacks()));
    }

    void dial(Leg child, Element dial, Target target) {
        var timeout = Duration.ofSeconds(dial.number("timeout", 30, 5, 600));
        tools.legs().dial(child, timeout, target.parameters());
    }
}
