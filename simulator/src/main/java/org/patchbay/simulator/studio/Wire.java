package org.patchbay.simulator.studio;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.patchbay.simulator.media.VirtualLeg;
import org.patchbay.simulator.media.audio.AudioSource;

/// One direction of a wire: what comes in at one end goes out at the other, a tick later.
final class Wire implements VirtualLeg.Ear, AudioSource {

    /// The mixer serves both ends in one tick, so that more than two frames never wait.
    private static final int MOST_FRAMES = 4;

    private final BlockingQueue<short[]> frames = new ArrayBlockingQueue<>(MOST_FRAMES);

    @Override
    public void hear(short[] frame) {
        // Nobody misses what does not fit: then the other end is not in the mixer.
        var _ = frames.offer(frame.clone());
    }

    @Override
    public boolean read(short[] frame) {
        short[] next = frames.poll();
        if (next == null) {
            Arrays.fill(frame, (short) 0);
        } else {
            System.arraycopy(next, 0, frame, 0, frame.length);
        }
        return true;
    }
}
