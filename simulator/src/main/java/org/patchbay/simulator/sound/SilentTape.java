package org.patchbay.simulator.sound;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.time.SimulatorClock;

/// A recording of silence; it only keeps its length, and makes the file when somebody asks for it.
final class SilentTape implements Tape {

    private final SimulatorClock clock;
    private final int channels;
    private final Instant start;
    private Duration cutOut = Duration.ZERO;
    private @Nullable Instant cutSince;

    SilentTape(SimulatorClock clock, int channels) {
        this.clock = clock;
        this.channels = channels;
        this.start = clock.now();
    }

    @Override
    public void pause(boolean silence) {
        if (!silence && cutSince == null) {
            cutSince = clock.now();
        }
    }

    @Override
    public void resume() {
        if (cutSince != null) {
            cutOut = cutOut.plus(Duration.between(cutSince, clock.now()));
            cutSince = null;
        }
    }

    @Override
    public Recorded stop() {
        resume();
        return new Silence(Duration.between(start, clock.now()).minus(cutOut), channels);
    }

    private record Silence(Duration duration, int channels) implements Recorded {
        @Override
        public byte[] wav(int wanted) {
            long samples = duration.toMillis() * WavHeader.SAMPLE_RATE / 1000;
            byte[] header = WavHeader.of(wanted, samples);
            return Arrays.copyOf(header, Math.toIntExact(WavHeader.BYTES + samples * wanted * 2));
        }

        @Override
        public CompletableFuture<Recorded> processed(boolean trim) {
            return CompletableFuture.completedFuture(this);
        }
    }
}
