package org.patchbay.simulator.interpreter;

import java.time.Duration;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.twiml.Element;

/// `<Pause>`: a second of silence, or `length` of them.
record PauseStep(Element verb) implements PromptStep {

    @Override
    public LegSound.Playing start(Interpreter interpreter, Runnable done) {
        var leg = interpreter.leg();
        var length = Duration.ofSeconds(verb.number("length", 1, 0, 86_400));
        var pause = new StoppablePause(done);
        var timer = leg.telephony().after(leg.board(), length, pause::over);
        return () -> {
            pause.stop();
            timer.cancel();
        };
    }

    /// A timer that came due may already stand in the mailbox when the pause is stopped.
    private static final class StoppablePause {
        private final Runnable done;
        private boolean stopped;

        StoppablePause(Runnable done) {
            this.done = done;
        }

        void over() {
            if (!stopped) {
                done.run();
            }
        }

        void stop() {
            stopped = true;
        }
    }
}
