package org.patchbay.simulator.sound;

import org.jspecify.annotations.Nullable;

/// Legs that hear each other: the two of a bridge, or a conference.
public interface Mix {

    void add(LegSound leg, Part part);

    /// Changes how a leg takes part; no effect on one that is not in.
    void change(LegSound leg, Part part);

    void remove(LegSound leg);

    /// Plays to everybody in the mix, e.g. an announcement or a beep.
    LegSound.Playing play(Prompt prompt, Runnable done);

    /// How a leg takes part.
    ///
    /// @param muted hears the others, is not heard
    /// @param held neither hears the others nor is heard
    /// @param coaches when not null, hears everybody but is heard by this leg only
    record Part(boolean muted, boolean held, @Nullable LegSound coaches) {
        public static final Part FULL = new Part(false, false, null);
    }
}
