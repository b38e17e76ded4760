package org.patchbay.simulator.forks;

import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.twiml.Element;

/// `<Stop>`: ends what its children name and goes on at once.
public record StopVerb(Interpreter interpreter, Element verb, Forks forks) implements VerbRun {

    @Override
    public void begin() {
        for (Element noun : verb.children()) {
            forks.stop(interpreter.leg(), noun.name(), noun.attribute("name", ""));
        }
        interpreter.proceed(this);
    }
}
