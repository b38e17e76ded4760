package org.patchbay.simulator.interpreter;

import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.twiml.TwimlAnswer;

/// A sound file that came in the place of a document.
record SoundStep(TwimlAnswer.Sound sound) implements PromptStep {

    @Override
    public LegSound.Playing start(Interpreter interpreter, Runnable done) {
        return interpreter.speaker().play(new Prompt.File(sound.content(), sound.contentType()), done);
    }
}
