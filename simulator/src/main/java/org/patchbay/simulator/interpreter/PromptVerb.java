package org.patchbay.simulator.interpreter;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.sound.LegSound;

/// A verb that does nothing but play something.
final class PromptVerb implements VerbRun {

    private final Interpreter interpreter;
    private final PromptStep step;
    private LegSound.@Nullable Playing playing;

    PromptVerb(Interpreter interpreter, PromptStep step) {
        this.interpreter = interpreter;
        this.step = step;
    }

    @Override
    public void begin() {
        playing = step.start(interpreter, () -> interpreter.proceed(this));
    }

    @Override
    public void stop(boolean ended) {
        if (playing != null) {
            playing.stop();
        }
    }
}
