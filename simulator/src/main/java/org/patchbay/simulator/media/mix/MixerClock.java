package org.patchbay.simulator.media.mix;

import java.util.concurrent.locks.LockSupport;
import org.patchbay.simulator.media.audio.Pcm;

/// The thread that ticks the mixer every 20 ms of real time. A tick that comes late does not shift
/// those after it, so that no drift builds up.
public final class MixerClock implements AutoCloseable {
    private static final long PERIOD_NANOS = Pcm.FRAME.toNanos();
    // After a longer pause (a laptop that slept), catching up would only flood the listeners.
    private static final int MOST_TICKS_BEHIND = 10;

    private final Runnable tick;
    private final TickLateness lateness = new TickLateness();
    private final Thread thread;
    private volatile boolean running = true;

    @SuppressWarnings("ThreadPriorityCheck") // a wish: where priorities are ignored it ticks all the same
    public MixerClock(Runnable tick) {
        this.tick = tick;
        this.thread = Thread.ofPlatform()
                .name("mixer")
                .priority(Thread.MAX_PRIORITY)
                .daemon()
                .start(this::run);
    }

    public TickLateness lateness() {
        return lateness;
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }

    private void run() {
        long due = System.nanoTime();
        while (running) {
            due += PERIOD_NANOS;
            long late = waitUntil(due);
            lateness.record(late);
            if (late > MOST_TICKS_BEHIND * PERIOD_NANOS) {
                due = System.nanoTime();
            }
            tick.run();
        }
    }

    /// @return by how many nanoseconds the moment was missed
    private long waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && running) {
            LockSupport.parkNanos(this, left);
            left = due - System.nanoTime();
        }
        return -left;
    }
}
