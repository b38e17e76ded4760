package org.patchbay.simulator;

import java.io.IOException;
import java.util.Optional;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.simulator.media.MediaPortTaken;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.studio.MediaSounds;

/// The part that makes calls audible.
record Audio(MediaServer server, MediaSounds sounds) {

    /// Empty where it is switched off, and where the clock is turned: sound takes real time.
    ///
    /// @throws MediaPortTaken when the port is in use, or an address not this machine's
    static Optional<Audio> of(SimulatorOptions options) {
        return Optional.ofNullable(options.media())
                .filter(config -> options.turnedFrom() == null)
                .map(Audio::start);
    }

    private static Audio start(MediaConfig config) {
        try {
            var server = MediaServer.start(config);
            return new Audio(server, new MediaSounds(server));
        } catch (IOException e) {
            throw new MediaPortTaken(e);
        }
    }
}
