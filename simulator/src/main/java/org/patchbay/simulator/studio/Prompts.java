package org.patchbay.simulator.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.mix.Playback;
import org.patchbay.simulator.sound.LegSound;

/// What is played into one place. The newest is heard; when it is over, what it interrupted goes on
/// where it was: music after an announcement.
final class Prompts {

    private final Function<AudioSource, Playback> stage;
    private final Executor executor;
    private final List<Entry> open = new ArrayList<>(2);
    private @Nullable Playback heard;

    /// @param stage plays one thing at a time
    /// @param executor where prompts are told that they are done
    Prompts(Function<AudioSource, Playback> stage, Executor executor) {
        this.stage = stage;
        this.executor = executor;
    }

    /// @param sound may still be on its way
    LegSound.Playing play(CompletableFuture<AudioSource> sound, Runnable done) {
        var entry = new Entry(done);
        var _ = sound.thenAccept(made -> begin(entry, made));
        return () -> stop(entry);
    }

    private synchronized void begin(Entry entry, AudioSource sound) {
        if (!entry.stopped) {
            entry.sound = sound;
            open.add(entry);
            hearNewest();
        }
    }

    private synchronized void stop(Entry entry) {
        entry.stopped = true;
        remove(entry);
    }

    private void finished(Entry entry) {
        synchronized (this) {
            if (!remove(entry)) {
                return;
            }
        }
        entry.done.run();
    }

    private synchronized boolean remove(Entry entry) {
        boolean newest = !open.isEmpty() && open.getLast() == entry;
        boolean known = open.remove(entry);
        if (newest) {
            hearNewest();
        }
        return known;
    }

    private void hearNewest() {
        if (heard != null) {
            heard.stop();
            heard = null;
        }
        if (open.isEmpty()) {
            return;
        }
        Entry newest = open.getLast();
        Playback playback = stage.apply(newest.sound);
        heard = playback;
        var _ = playback.ended()
                .thenAcceptAsync(
                        ending -> {
                            if (ending == Playback.Ending.FINISHED) {
                                finished(newest);
                            }
                        },
                        executor);
    }

    private static final class Entry {
        private final Runnable done;
        private AudioSource sound = AudioSource.silence();
        private boolean stopped;

        Entry(Runnable done) {
            this.done = done;
        }
    }
}
