package org.patchbay.simulator.media;

import org.patchbay.simulator.media.mix.AudioPort;
import org.patchbay.simulator.media.mix.Channel;

/// One far end with sound: a browser ([MediaLeg]) or a phone that exists only here ([VirtualLeg]).
public interface Leg {
    /// The leg's place in the mixer: play to it, record it, bring it into a room.
    Channel channel();

    /// Takes the leg out of the mixer, for good: its [#channel()] is closed, and whoever asked reads what
    /// it says and writes what it hears, on the mixer's thread.
    AudioPort release();

    /// Presses keys towards the far end (Twilio's `sendDigits`): `0-9 * # A-D`, `w` for half a second's
    /// pause, `W` for a whole one; anything else is left out.
    void sendDigits(String digits);

    /// Tells `listener` from now on what happens to this leg; what already happened (connected, closed) it
    /// is told at once.
    void listen(LegListener listener);

    /// Ends the leg; without effect when it has already ended.
    void close();
}
