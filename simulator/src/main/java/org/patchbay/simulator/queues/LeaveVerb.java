package org.patchbay.simulator.queues;

import java.util.function.BiFunction;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.twiml.Element;

/// `<Leave>`: takes a waiting call out of its queue; it goes on after its `<Enqueue>`.
record LeaveVerb(Runnable leave) implements VerbRun {

    static BiFunction<Interpreter, Element, VerbRun> of(Runnable leave) {
        return (interpreter, verb) -> new LeaveVerb(leave);
    }

    @Override
    public void begin() {
        leave.run();
    }
}
