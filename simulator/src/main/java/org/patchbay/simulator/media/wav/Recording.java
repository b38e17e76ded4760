package org.patchbay.simulator.media.wav;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.mix.Tap;

/// One recording in progress. The mixer hands in frames; whole blocks go to disk on another thread, so
/// that a slow disk never delays the sound of a call.
public final class Recording implements Tap {
    private static final int BLOCK_FRAMES = 50;

    private final Path path;
    private final Tracks tracks;
    private final WavWriter writer;
    private final Executor disk;
    private final Runnable whenStopped;
    private final CompletableFuture<RecordedAudio> result = new CompletableFuture<>();
    private short[] block;
    private int filled;
    private long samplesPerChannel;
    private State state = State.RECORDING;

    private enum State {
        RECORDING,
        SKIPPING,
        SILENT,
        STOPPED
    }

    /// What a pause leaves in the recording (Twilio's PauseBehavior).
    public enum PauseBehavior {
        /// Nothing: the recording gets shorter.
        SKIP,
        /// As much silence as the pause was long.
        SILENCE
    }

    /// @param disk runs writes one after another, in order
    /// @param whenStopped takes this tap off
    public Recording(Path path, Tracks tracks, Executor disk, Runnable whenStopped) throws IOException {
        this.path = path;
        this.tracks = tracks;
        this.writer = new WavWriter(path, tracks.channels());
        this.disk = disk;
        this.whenStopped = whenStopped;
        this.block = newBlock();
    }

    @Override
    public synchronized void frame(short[] spoken, short[] heard) {
        switch (state) {
            case RECORDING -> append(spoken, heard);
            case SILENT -> append(new short[Pcm.FRAME_SAMPLES], new short[Pcm.FRAME_SAMPLES]);
            case SKIPPING, STOPPED -> {}
        }
    }

    /// Leaves out, or silences, what follows until [#resume()]. Without effect once stopped.
    public synchronized void pause(PauseBehavior behavior) {
        if (state != State.STOPPED) {
            state = behavior == PauseBehavior.SKIP ? State.SKIPPING : State.SILENT;
        }
    }

    public synchronized void resume() {
        if (state != State.STOPPED) {
            state = State.RECORDING;
        }
    }

    /// How much sound there is so far, without what was paused away.
    public synchronized Duration duration() {
        return Pcm.duration(samplesPerChannel);
    }

    /// Ends the recording; calling it again returns the same.
    ///
    /// @return completed when the file is whole on disk; fails with the [IOException] that spoilt it
    public synchronized CompletableFuture<RecordedAudio> stop() {
        if (state != State.STOPPED) {
            state = State.STOPPED;
            whenStopped.run();
            flush();
            disk.execute(this::close);
        }
        return result;
    }

    /// Ends those among `taps` that are recordings.
    public static void stopAll(List<Tap> taps) {
        for (Tap tap : taps) {
            if (tap instanceof Recording recording) {
                // Whoever began the recording holds the same result, and learns of a failure there.
                CompletableFuture<RecordedAudio> _ = recording.stop();
            }
        }
    }

    private void append(short[] spoken, short[] heard) {
        for (int i = 0; i < Pcm.FRAME_SAMPLES; i++) {
            switch (tracks) {
                case SPOKEN -> block[filled++] = spoken[i];
                case HEARD -> block[filled++] = heard[i];
                case MONO -> block[filled++] = Pcm.saturate(spoken[i] + heard[i]);
                case DUAL -> {
                    block[filled++] = spoken[i];
                    block[filled++] = heard[i];
                }
            }
        }
        samplesPerChannel += Pcm.FRAME_SAMPLES;
        if (filled == block.length) {
            flush();
        }
    }

    private void flush() {
        short[] full = Arrays.copyOf(block, filled);
        block = newBlock();
        filled = 0;
        disk.execute(() -> write(full));
    }

    private void write(short[] samples) {
        try {
            writer.write(samples, samples.length);
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
    }

    private void close() {
        try {
            writer.close();
            result.complete(new RecordedAudio(path, tracks.channels(), Pcm.duration(samplesPerChannel)));
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
    }

    private short[] newBlock() {
        return new short[BLOCK_FRAMES * Pcm.FRAME_SAMPLES * tracks.channels()];
    }
}
