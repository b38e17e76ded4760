package org.patchbay.simulator.sound;

/// Makes the sound of legs: in silence and by the clock ([SilentSounds]), or with real media.
public interface Sounds {

    /// @param farEnd the party, so that real media can find the party's transport
    LegSound leg(String callSid, Object farEnd);

    /// Lays a wire between two legs: what the far end of either hears, the far end of the other says.
    void wire(Jack one, Jack other);

    /// An empty bridge or conference.
    Mix mix();

    /// Records what a leg's far end says (`inbound`) and hears.
    ///
    /// @param channels 1 or 2; with two the far end is the first
    /// @param track `inbound`, `outbound` or `both`
    Tape record(LegSound leg, int channels, String track);

    /// Records everything in a mix, in one channel.
    Tape record(Mix mix);
}
