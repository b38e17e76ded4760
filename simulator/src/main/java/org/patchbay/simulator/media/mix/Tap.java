package org.patchbay.simulator.media.mix;

/// Listens in on one leg, frame by frame, on the mixer's thread: it must be quick.
@FunctionalInterface
public interface Tap {
    /// One tick's sound. The arrays are reused after this call.
    ///
    /// @param spoken what the leg says
    /// @param heard what the leg hears
    void frame(short[] spoken, short[] heard);
}
