package org.patchbay.simulator.studio;

import org.patchbay.simulator.media.wav.Recording;
import org.patchbay.simulator.media.wav.Recording.PauseBehavior;
import org.patchbay.simulator.media.wav.Tracks;
import org.patchbay.simulator.sound.Tape;

/// A recording that the mixer writes to disk.
record StudioTape(Recording recording, Tracks tracks) implements Tape {

    static Tracks tracks(int channels, String track) {
        if (channels == 2) {
            return Tracks.DUAL;
        }
        return switch (track) {
            case "inbound" -> Tracks.SPOKEN;
            case "outbound" -> Tracks.HEARD;
            default -> Tracks.MONO;
        };
    }

    @Override
    public void pause(boolean silence) {
        recording.pause(silence ? PauseBehavior.SILENCE : PauseBehavior.SKIP);
    }

    @Override
    public void resume() {
        recording.resume();
    }

    @Override
    public Recorded stop() {
        var file = recording.stop();
        return new StudioRecorded(recording.duration(), tracks.channels(), file);
    }
}
