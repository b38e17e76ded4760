package org.patchbay.simulator.media;

/// Told what happens to one leg, in order, on a thread of the leg's own: it may take its time.
public interface LegListener {
    /// Sound flows both ways from now on.
    default void connected() {}

    /// The far end pressed a key.
    ///
    /// @param key one of `0-9 * # A-D`
    default void digit(char key) {}

    /// The leg is over; nothing follows.
    default void closed(CloseReason reason) {}
}
