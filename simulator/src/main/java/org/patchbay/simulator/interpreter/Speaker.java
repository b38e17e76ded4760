package org.patchbay.simulator.interpreter;

import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;

/// Who hears what a document plays: usually the leg, sometimes everybody in a conference.
@FunctionalInterface
public interface Speaker {

    /// @param done runs on the mailbox, and never after a stop
    LegSound.Playing play(Prompt prompt, Runnable done);
}
