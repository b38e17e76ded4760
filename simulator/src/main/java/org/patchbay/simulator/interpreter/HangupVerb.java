package org.patchbay.simulator.interpreter;

import org.patchbay.simulator.calls.HangUp;

/// `<Hangup>`; as the first verb it answers the call before it ends it.
record HangupVerb(Interpreter interpreter) implements VerbRun {

    @Override
    public void begin() {
        interpreter.leg().end(HangUp.NORMAL);
    }
}
