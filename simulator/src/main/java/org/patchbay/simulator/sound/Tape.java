package org.patchbay.simulator.sound;

import java.time.Duration;

/// A recording that is being made.
public interface Tape {

    /// @param silence whether the pause leaves silence behind or is cut out
    void pause(boolean silence);

    void resume();

    /// Ends the recording.
    Recorded stop();

    /// A finished recording.
    interface Recorded {
        Duration duration();

        /// How many channels there are: 1 or 2.
        int channels();

        /// A WAV file of 16-bit samples at 8 kHz.
        ///
        /// @param channels 1 mixes two channels into one; 2 only when there are two
        byte[] wav(int channels);
    }
}
