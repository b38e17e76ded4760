package org.patchbay.simulator.interpreter;

/// One verb being carried out on a leg. When it is finished it tells its [Interpreter], exactly once,
/// to proceed or to follow another document; after [#stop] it says nothing any more.
public interface VerbRun {

    void begin();

    /// Whether an inbound call is answered by this verb.
    default boolean answers() {
        return true;
    }

    default void digit(char key) {}

    default void speech(String words) {}

    /// The leg does something else or is over; whatever was begun must end, timers included.
    ///
    /// @param ended true when the leg is over
    default void stop(boolean ended) {}
}
