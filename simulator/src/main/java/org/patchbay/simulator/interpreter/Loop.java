package org.patchbay.simulator.interpreter;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.twiml.Element;

/// Plays the same prompt several times.
final class Loop implements LegSound.Playing {

    /// `loop="0"` means until the call ends, which Twilio cuts at this many times.
    private static final int FOR_EVER = 1_000;

    private final Speaker speaker;
    private final Prompt prompt;
    private final Runnable done;
    private int left;
    private LegSound.@Nullable Playing playing;

    private Loop(Speaker speaker, Prompt prompt, int times, Runnable done) {
        this.speaker = speaker;
        this.prompt = prompt;
        this.left = times;
        this.done = done;
    }

    static LegSound.Playing play(Speaker speaker, Prompt prompt, int times, Runnable done) {
        var loop = new Loop(speaker, prompt, times, done);
        loop.once();
        return loop;
    }

    static int times(Element verb) {
        int times = verb.number("loop", 1, 0, FOR_EVER);
        return times == 0 ? FOR_EVER : times;
    }

    private void once() {
        playing = speaker.play(prompt, () -> {
            if (--left > 0) {
                once();
            } else {
                done.run();
            }
        });
    }

    @Override
    public void stop() {
        if (playing != null) {
            playing.stop();
        }
    }
}
