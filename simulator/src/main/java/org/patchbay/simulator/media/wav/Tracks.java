package org.patchbay.simulator.media.wav;

/// What of a leg a recording keeps, in the terms of Twilio's RecordingTrack and RecordingChannels.
public enum Tracks {
    /// What the leg says, alone: `<Record>`, or track `inbound`.
    SPOKEN(1),
    /// What the leg hears, alone: track `outbound`.
    HEARD(1),
    /// Both, mixed into one channel.
    MONO(1),
    /// What the leg says on the first channel, what it hears on the second.
    DUAL(2);

    private final int channels;

    Tracks(int channels) {
        this.channels = channels;
    }

    public int channels() {
        return channels;
    }
}
