package org.patchbay.simulator.time;

import java.time.Duration;

/// Counts what is under way outside the clock: posted tasks and open webhooks. At zero the
/// simulator is at rest: nothing more happens until time passes or somebody asks for something.
public final class InFlight {

    private int count;

    public synchronized void enter() {
        count++;
    }

    public synchronized void leave() {
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    /// Waits until nothing is under way, at most `patience` of real time.
    ///
    /// @return whether rest was reached
    public synchronized boolean awaitRest(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (count > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
