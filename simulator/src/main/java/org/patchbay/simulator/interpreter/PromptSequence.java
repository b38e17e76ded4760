package org.patchbay.simulator.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.twiml.Element;

/// The prompts inside `<Gather>`, one after another.
final class PromptSequence implements LegSound.Playing {

    private final Interpreter interpreter;
    private final List<PromptStep> steps;
    private final Runnable done;
    private int position;
    private boolean stopped;
    private LegSound.@Nullable Playing playing;

    PromptSequence(Interpreter interpreter, List<Element> elements, Runnable done) {
        this.interpreter = interpreter;
        this.done = done;
        this.steps = steps(interpreter, elements);
    }

    private static List<PromptStep> steps(Interpreter interpreter, List<Element> elements) {
        var steps = new ArrayList<PromptStep>();
        for (Element element : elements) {
            switch (element.name()) {
                case "Say" -> steps.add(new SayStep(element));
                case "Play" -> steps.add(new PlayStep(element));
                case "Pause" -> steps.add(new PauseStep(element));
                default -> interpreter.alert(13310, "Gather: <" + element.name() + "> cannot be nested");
            }
        }
        return steps;
    }

    void start() {
        if (stopped) {
            return;
        }
        if (position == steps.size()) {
            done.run();
            return;
        }
        playing = steps.get(position++).start(interpreter, this::start);
    }

    @Override
    public void stop() {
        stopped = true;
        if (playing != null) {
            playing.stop();
        }
    }
}
