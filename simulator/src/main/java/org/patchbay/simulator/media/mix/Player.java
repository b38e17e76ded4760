package org.patchbay.simulator.media.mix;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.audio.AudioSource;

/// A place where one thing at a time is played; whatever comes next stops what came before.
public final class Player {
    private final AtomicReference<@Nullable Playback> current = new AtomicReference<>();

    public Playback play(AudioSource source) {
        Playback playback = new Playback(source);
        Playback before = current.getAndSet(playback);
        if (before != null) {
            before.stop();
        }
        return playback;
    }

    public void stop() {
        Playback before = current.getAndSet(null);
        if (before != null) {
            before.stop();
        }
    }

    /// Fills `frame` with the next 20 ms of what is being played.
    ///
    /// @return false, and `frame` untouched, when nothing is
    public boolean read(short[] frame) {
        Playback playback = current.get();
        if (playback == null) {
            return false;
        }
        if (playback.isOver()) {
            current.compareAndSet(playback, null);
            return false;
        }
        playback.read(frame);
        return true;
    }
}
