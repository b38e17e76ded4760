package org.patchbay.simulator.sound;

/// The audio of one leg, from its creation to its end.
public interface LegSound {

    /// Plays to the far end of the leg. `done` runs once when all was played; not when it was stopped.
    ///
    /// @param done short and on any thread
    Playing play(Prompt prompt, Runnable done);

    void close();

    /// Something that is being played.
    interface Playing {
        /// Silence at once; no effect when it has ended.
        void stop();
    }
}
