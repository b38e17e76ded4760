package org.patchbay.simulator.dial;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.twiml.Element;

/// Chooses what a `<Dial>` is: a call to parties, a conference, or a queue
/// (<https://www.twilio.com/docs/voice/twiml/dial>).
public final class DialVerbs implements BiFunction<Interpreter, Element, VerbRun> {

    /// Makes the run of a `<Dial>` with one certain noun.
    @FunctionalInterface
    public interface Noun {
        VerbRun run(Interpreter interpreter, Element dial, Element noun);
    }

    private final DialTools tools;
    private final Noun conference;
    private final Noun queue;

    public DialVerbs(DialTools tools, Noun conference, Noun queue) {
        this.tools = tools;
        this.conference = conference;
        this.queue = queue;
    }

    @Override
    public VerbRun apply(Interpreter interpreter, Element dial) {
        Optional<Element> room = noun(dial, "Conference");
        if (room.isPresent()) {
            return conference.run(interpreter, dial, room.get());
        }
        Optional<Element> line = noun(dial, "Queue");
        if (line.isPresent()) {
            return queue.run(interpreter, dial, line.get());
        }
        return new PartiesDial(interpreter, dial, tools, targets(interpreter, dial));
    }

    private static Optional<Element> noun(Element dial, String name) {
        return dial.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }

    private static List<Target> targets(Interpreter interpreter, Element dial) {
        Stream<Optional<Target>> found = dial.children().isEmpty()
                ? Stream.of(Target.plain(interpreter, dial.text()))
                : dial.children().stream().map(noun -> Target.read(interpreter, noun));
        return found.flatMap(Optional::stream).toList();
    }
}
