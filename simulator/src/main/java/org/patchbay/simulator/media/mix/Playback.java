package org.patchbay.simulator.media.mix;

import java.util.concurrent.CompletableFuture;
import org.patchbay.simulator.media.audio.AudioSource;

/// Sound that is being played to somebody.
public final class Playback {
    private final AudioSource source;
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();

    /// Why it is over.
    public enum Ending {
        /// It was heard to its end.
        FINISHED,
        /// Somebody stopped it, played something else instead, or the leg has gone.
        STOPPED
    }

    Playback(AudioSource source) {
        this.source = source;
    }

    /// Completed when it is over. What depends on it runs on the mixer's thread unless you use the
    /// `…Async` methods: do.
    public CompletableFuture<Ending> ended() {
        return ended.copy();
    }

    /// Ends it now; without effect once it is over.
    public void stop() {
        ended.complete(Ending.STOPPED);
    }

    boolean isOver() {
        return ended.isDone();
    }

    /// Fills in the next frame; the last one ends the playback.
    void read(short[] frame) {
        if (!source.read(frame)) {
            ended.complete(Ending.FINISHED);
        }
    }
}
