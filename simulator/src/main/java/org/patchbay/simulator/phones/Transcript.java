package org.patchbay.simulator.phones;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.patchbay.simulator.time.SimulatorClock;

/// The latest lines of what a phone heard and did during a call.
public final class Transcript {

    private static final int KEPT = 100;

    private final SimulatorClock clock;
    private final Runnable changed;
    private final ArrayDeque<Line> lines = new ArrayDeque<>();

    /// What happened on a line.
    public enum Kind {
        HEARD,
        HEARD_KEYS,
        SAID,
        PRESSED
    }

    /// @param text words, or keys
    public record Line(Instant at, Kind kind, String text) {}

    Transcript(SimulatorClock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    void add(Kind kind, String text) {
        synchronized (lines) {
            lines.addLast(new Line(clock.now(), kind, text));
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        }
        changed.run();
    }

    /// Oldest first.
    public List<Line> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }
}
