package org.patchbay.simulator.sound;

import org.patchbay.simulator.media.Leg;

/// Where a far end's sound is plugged into its leg, at any time of the call and from any thread.
public interface Jack {

    /// From now on the leg hears and speaks through these media; what was plugged in before is closed.
    void plug(Leg media);

    /// The leg is silent from now on; what was plugged in is closed.
    void unplug();
}
