package org.patchbay.simulator.media.audio;

/// Something that can be heard, pulled one frame at a time. An instance belongs to one listener: it
/// remembers how far it has been heard.
@FunctionalInterface
public interface AudioSource {
    /// Fills `frame` ([Pcm#FRAME_SAMPLES] samples) with the next 20 ms; after the end it fills in silence.
    ///
    /// @return false when nothing remains after this frame
    boolean read(short[] frame);

    /// A source that never ends and is never heard.
    static AudioSource silence() {
        return frame -> {
            java.util.Arrays.fill(frame, (short) 0);
            return true;
        };
    }
}
