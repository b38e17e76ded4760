package org.patchbay.simulator.interpreter;

import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.twiml.Element;

/// `<Say>` (<https://www.twilio.com/docs/voice/twiml/say>). SSML is spoken as its text.
record SayStep(String text, String language, String voice, int times) implements PromptStep {

    private static final int LONGEST = 4_096;

    SayStep(Element verb) {
        this(verb.text(), verb.attribute("language", "en-US"), verb.attribute("voice", "man"), Loop.times(verb));
    }

    SayStep(String text) {
        this(text, "en-US", "man", 1);
    }

    @Override
    public LegSound.Playing start(Interpreter interpreter, Runnable done) {
        if (text.isBlank() || text.length() > LONGEST) {
            interpreter.alert(13520, text.isBlank() ? "Say: no text" : "Say: more than 4,096 characters");
            done.run();
            return () -> {};
        }
        return Loop.play(interpreter.speaker(), new Prompt.Speech(text, language, voice), times, done);
    }
}
