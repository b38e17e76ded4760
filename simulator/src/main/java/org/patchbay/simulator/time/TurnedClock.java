package org.patchbay.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Time that stands still until a test turns it.
///
/// [#advance] goes from one due timer to the next and lets the simulator come to rest in between,
/// so that what a timer causes (a webhook, its answer, the next timer) happens at the simulated
/// moment where it belongs. The rest is awaited for `patience` of real time at most: a webhook that
/// a test holds back on purpose must not stop the clock.
public final class TurnedClock implements SimulatorClock {

    private final InFlight inFlight;
    private final Duration patience;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private Instant now;
    private long order;

    public TurnedClock(Instant start, InFlight inFlight, Duration patience) {
        this.now = start;
        this.inFlight = inFlight;
        this.patience = patience;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        var timer = new Due(now.plus(delay.isNegative() ? Duration.ZERO : delay), order++, task);
        due.add(timer);
        return () -> forget(timer);
    }

    /// Turns the clock by `time`, running every timer that comes due on the way, in order.
    public void advance(Duration time) {
        inFlight.awaitRest(patience);
        Instant target = now().plus(time);
        for (var next = takeDueBy(target); next != null; next = takeDueBy(target)) {
            next.task.run();
            inFlight.awaitRest(patience);
        }
        set(target);
    }

    private synchronized @Nullable Due takeDueBy(Instant target) {
        var next = due.peek();
        if (next == null || next.at.isAfter(target)) {
            return null;
        }
        now = next.at.isAfter(now) ? next.at : now;
        return due.poll();
    }

    private synchronized void set(Instant target) {
        now = target;
    }

    private synchronized void forget(Due timer) {
        due.remove(timer);
    }

    private record Due(Instant at, long order, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
