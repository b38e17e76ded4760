package org.patchbay.simulator.studio;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.mix.AudioPort;

/// The voice of a phone that exists only here: says one thing after another and listens to nothing.
final class Voice implements AudioPort {

    private final Queue<CompletableFuture<AudioSource>> script = new ConcurrentLinkedQueue<>();

    /// Says this after all else.
    ///
    /// @param sound may still be on its way; never fails
    void say(CompletableFuture<AudioSource> sound) {
        script.add(sound);
    }

    @Override
    public void read(short[] frame) {
        var next = script.peek();
        if (next == null || !next.isDone()) {
            Arrays.fill(frame, (short) 0);
        } else if (!next.join().read(frame)) {
            script.remove();
        }
    }

    @Override
    public void write(short[] frame) {
        // What a script hears it is told in words.
    }
}
