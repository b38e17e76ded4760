package org.patchbay.simulator.interpreter;

import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.twiml.Element;

/// `<Redirect>`: goes on with another document; an empty one with this document again.
record RedirectVerb(Interpreter interpreter, Element verb) implements VerbRun {

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void begin() {
        interpreter.follow(this, verb.text(), verb.method("method", "POST"), Params.NONE);
    }
}
