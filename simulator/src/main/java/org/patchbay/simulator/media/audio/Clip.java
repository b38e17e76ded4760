package org.patchbay.simulator.media.audio;

import java.time.Duration;
import java.util.Arrays;

/// A finished piece of sound in memory, to be heard by any number of listeners.
///
/// @param samples 8 kHz mono PCM; not copied, so it must not be changed afterwards
@SuppressWarnings("ArrayRecordComponent") // raw bytes and samples, by design not copied
public record Clip(short[] samples) {

    public Duration duration() {
        return Pcm.duration(samples.length);
    }

    /// Heard once.
    public AudioSource once() {
        return times(1);
    }

    /// Heard over and over, until somebody stops it.
    public AudioSource forever() {
        return new Playthrough(Long.MAX_VALUE);
    }

    /// Heard `times` times in a row.
    public AudioSource times(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a clip is played at least once, not " + times + " times");
        }
        return new Playthrough(times);
    }

    /// This clip, then `next`.
    public Clip then(Clip next) {
        short[] joined = Arrays.copyOf(samples, samples.length + next.samples.length);
        System.arraycopy(next.samples, 0, joined, samples.length, next.samples.length);
        return new Clip(joined);
    }

    /// A stretch of nothing.
    public static Clip silence(Duration duration) {
        return new Clip(new short[Pcm.samples(duration)]);
    }

    private final class Playthrough implements AudioSource {
        private long timesLeft;
        private int position;

        private Playthrough(long times) {
            this.timesLeft = samples.length == 0 ? 0 : times;
        }

        @Override
        public boolean read(short[] frame) {
            int filled = 0;
            while (filled < frame.length && timesLeft > 0) {
                int count = Math.min(frame.length - filled, samples.length - position);
                System.arraycopy(samples, position, frame, filled, count);
                filled += count;
                position += count;
                if (position == samples.length) {
                    position = 0;
                    timesLeft--;
                }
            }
            Arrays.fill(frame, filled, frame.length, (short) 0);
            return timesLeft > 0;
        }
    }
}
