package org.patchbay.simulator.interpreter;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.patchbay.simulator.twiml.Element;

/// The verbs that can be carried out. Packages with their own verbs add them when the simulator is
/// put together.
public final class VerbTable {

    private final Map<String, BiFunction<Interpreter, Element, VerbRun>> byName = new HashMap<>();

    /// Holds the verbs that need nothing but a leg.
    public VerbTable() {
        add("Say", (interpreter, verb) -> new PromptVerb(interpreter, new SayStep(verb)));
        add("Play", (interpreter, verb) -> new PromptVerb(interpreter, new PlayStep(verb)));
        add("Pause", (interpreter, verb) -> new PromptVerb(interpreter, new PauseStep(verb)));
        add("Gather", GatherVerb::new);
        add("Redirect", RedirectVerb::new);
        add("Reject", RejectVerb::new);
        add("Hangup", (interpreter, verb) -> new HangupVerb(interpreter));
        for (String refused : new String[] {"Connect", "Pay", "Prompt", "Refer", "Sms", "Echo", "Queue"}) {
            add(refused, RefusedVerb::new);
        }
    }

    public VerbTable add(String name, BiFunction<Interpreter, Element, VerbRun> factory) {
        byName.put(name, factory);
        return this;
    }

    /// A copy in which one verb means something else.
    public VerbTable with(String name, BiFunction<Interpreter, Element, VerbRun> factory) {
        var copy = new VerbTable();
        copy.byName.putAll(byName);
        return copy.add(name, factory);
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    VerbRun run(Interpreter interpreter, Element verb) {
        var factory = byName.get(verb.name());
        if (factory == null) {
            throw new IllegalArgumentException("unknown verb " + verb.name());
        }
        return factory.apply(interpreter, verb);
    }
}
