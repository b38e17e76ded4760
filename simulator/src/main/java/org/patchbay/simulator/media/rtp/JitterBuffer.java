package org.patchbay.simulator.media.rtp;

import java.util.Arrays;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.codec.G711;

/// Evens out a stream whose packets arrive early, late, twice or never, so that the mixer finds one frame
/// in every tick. Packets are laid into a ring by their timestamp; reading follows at a distance that
/// [PlayoutDelay] chooses. Missing frames are concealed.
///
/// One thread puts and another reads.
public final class JitterBuffer {
    // Half a second. What is further ahead of the reader than this belongs to another stream.
    private static final int CAPACITY = 4096;
    private static final int MASK = CAPACITY - 1;
    private static final int FRAME = Pcm.FRAME_SAMPLES;
    // After so many empty ticks the sender has paused; its next packet begins anew.
    private static final int PAUSE_TICKS = 10;

    private final short[] ring = new short[CAPACITY];
    private final boolean[] filled = new boolean[CAPACITY];
    private final short[] following = new short[FRAME];
    private final PlayoutDelay delay = new PlayoutDelay();
    private final LossConcealment concealment = new LossConcealment();

    private State state = State.IDLE;
    /// Timestamp of the next sample to play.
    private long position;
    /// One past the newest sample received.
    private long newest;
    private int emptyTicks;
    private Counts counts = new Counts(0, 0, 0);

    private enum State {
        IDLE,
        FILLING,
        PLAYING
    }

    /// What went wrong so far.
    ///
    /// @param concealed frames that were invented because nothing was there to play
    /// @param late packets that came after their turn
    /// @param skipped frames left out to win back delay
    public record Counts(long concealed, long late, long skipped) {}

    /// Takes a packet's audio.
    ///
    /// @param timestamp of its first sample
    /// @param packet holds µ-law at `offset`, `length` bytes
    public synchronized void put(int timestamp, byte[] packet, int offset, int length) {
        long start = newest + (timestamp - (int) newest);
        boolean anotherStream = Math.abs(start - position) > CAPACITY - length;
        if (length > CAPACITY / 2) {
            return;
        }
        if (state == State.IDLE || anotherStream) {
            beginAt(start);
        } else if (start + length <= position) {
            counts = new Counts(counts.concealed, counts.late + 1, counts.skipped);
            delay.tooShort();
            return;
        } else if (emptyTicks > 0) {
            // It was missing when its turn came, yet the sender had not paused: it is late, not lost.
            delay.tooShort();
        }
        for (int i = 0; i < length; i++) {
            int slot = (int) (start + i) & MASK;
            if (start + i >= position) {
                ring[slot] = G711.decode(packet[offset + i]);
                filled[slot] = true;
            }
        }
        newest = Math.max(newest, start + length);
    }

    /// Fills `frame` with the next 20 ms.
    public synchronized void read(short[] frame) {
        delay.tick();
        long depth = newest - position;
        if (state == State.FILLING && depth >= delay.samples()) {
            state = State.PLAYING;
        }
        if (state != State.PLAYING) {
            concealment.fade(frame);
        } else if (depth < FRAME) {
            underrun(frame);
        } else {
            play(frame, depth);
        }
    }

    /// Samples waiting to be played.
    public synchronized int depth() {
        return state == State.IDLE ? 0 : (int) (newest - position);
    }

    public synchronized Counts counts() {
        return counts;
    }

    private void beginAt(long start) {
        Arrays.fill(filled, false);
        position = start;
        newest = start;
        emptyTicks = 0;
        state = State.FILLING;
    }

    private void underrun(short[] frame) {
        if (++emptyTicks > PAUSE_TICKS) {
            state = State.IDLE;
        }
        concealed();
        concealment.fade(frame);
    }

    private void play(short[] frame, long depth) {
        emptyTicks = 0;
        takeOrConceal(frame);
        if (depth >= 2 * FRAME && delay.isTooLong((int) depth - FRAME)) {
            takeOrConceal(following);
            crossfade(frame, following);
            counts = new Counts(counts.concealed, counts.late, counts.skipped + 1);
        }
    }

    private void takeOrConceal(short[] frame) {
        int found = 0;
        for (int i = 0; i < FRAME; i++) {
            int slot = (int) (position + i) & MASK;
            frame[i] = filled[slot] ? ring[slot] : 0;
            found += filled[slot] ? 1 : 0;
            filled[slot] = false;
        }
        position += FRAME;
        if (found == 0) {
            concealed();
            concealment.fade(frame);
        } else {
            concealment.remember(frame);
        }
    }

    private void concealed() {
        counts = new Counts(counts.concealed + 1, counts.late, counts.skipped);
    }

    /// Turns two frames into one that begins as the first and ends as the second.
    private static void crossfade(short[] first, short[] second) {
        for (int i = 0; i < FRAME; i++) {
            first[i] = (short) ((first[i] * (FRAME - i) + second[i] * i) / FRAME);
        }
    }
}
