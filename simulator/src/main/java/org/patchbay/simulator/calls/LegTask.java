package org.patchbay.simulator.calls;

/// What a leg is doing: running TwiML, talking in a bridge, sitting in a conference. A leg does one
/// thing at a time.
public interface LegTask {

    default void digit(char key) {}

    default void speech(String words) {}

    /// The leg does something else from now on, or nothing because it ended.
    ///
    /// @param ended true when the leg is over, false when it was redirected
    void stop(boolean ended);
}
