package org.patchbay.simulator.sound;

import java.time.Duration;

/// The audio of one leg, from its creation to its end.
public interface LegSound {

    /// Plays to the far end of the leg. `done` runs once when all was played; not when it was stopped.
    ///
    /// @param done short and on any thread
    Playing play(Prompt prompt, Runnable done);

    /// Lends the far end a voice: it is heard to say this, after what it was lent before. Without effect
    /// on a far end that has plugged in sound of its own.
    void voice(Prompt prompt);

    /// How long the far end has said nothing; where nobody listens, longer than anybody may ask for.
    Duration quiet();

    void close();

    /// Something that is being played.
    interface Playing {
        /// Silence at once; no effect when it has ended.
        void stop();
    }
}
