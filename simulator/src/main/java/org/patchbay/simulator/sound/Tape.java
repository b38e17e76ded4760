package org.patchbay.simulator.sound;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A recording that is being made.
public interface Tape {

    /// @param silence whether the pause leaves silence behind or is cut out
    void pause(boolean silence);

    void resume();

    /// Ends the recording.
    Recorded stop();

    /// A recording that has ended.
    interface Recorded {
        Duration duration();

        /// How many channels there are: 1 or 2.
        int channels();

        /// A WAV file of 16-bit samples at 8 kHz.
        ///
        /// @param channels 1 mixes two channels into one; 2 only when there are two
        byte[] wav(int channels);

        /// The same once it is whole.
        ///
        /// @param trim cuts the silence off both ends, unless there is nothing else
        CompletableFuture<Recorded> processed(boolean trim);

        /// Nobody will ask for it any more.
        default void discard() {}
    }
}
