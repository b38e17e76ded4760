package org.patchbay.simulator.interpreter;

import org.patchbay.simulator.twiml.Element;

/// A verb that Twilio has and the simulator does not: it says so in the debugger and goes on, so that
/// nobody takes silence for success.
record RefusedVerb(Interpreter interpreter, Element verb) implements VerbRun {

    @Override
    public void begin() {
        interpreter.alert(12400, "<" + verb.name() + "> is not simulated");
        interpreter.proceed(this);
    }
}
