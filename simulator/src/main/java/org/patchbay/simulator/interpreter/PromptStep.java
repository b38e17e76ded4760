package org.patchbay.simulator.interpreter;

import org.patchbay.simulator.sound.LegSound;

/// Something that a leg hears: `<Say>`, `<Play>` or `<Pause>`, on its own or inside `<Gather>`.
interface PromptStep {

    /// @param done runs on the mailbox when all was heard, unless it was stopped
    LegSound.Playing start(Interpreter interpreter, Runnable done);
}
