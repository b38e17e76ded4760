package org.patchbay.simulator.interpreter;

import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.twiml.Element;

/// `<Reject>`: refuses a call that was not answered yet, unbilled, as busy or as not answered. Later
/// it only ends the call.
record RejectVerb(Interpreter interpreter, Element verb) implements VerbRun {

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void begin() {
        boolean busy = verb.attribute("reason", "rejected").equals("busy");
        interpreter.leg().end(busy ? HangUp.BUSY : HangUp.NO_ANSWER);
    }
}
