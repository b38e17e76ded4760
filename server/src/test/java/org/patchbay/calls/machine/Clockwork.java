package org.patchbay.calls.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What is going to happen, in the order of its time. Nothing waits: the clock jumps from one to the next.
final class Clockwork {

    /// What keeps a call going if nobody says anything any more: its timers, and our own questions to Twilio.
    enum Kind {
        OURS,
        THEIRS
    }

    private record Task(Instant at, int number, Kind kind, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private Instant now = Cast.NINE;
    private int count;

    Instant now() {
        return now;
    }

    void in(Duration time, Kind kind, Runnable work) {
        tasks.add(new Task(now.plus(time), count++, kind, work));
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    boolean hasOurs() {
        return tasks.stream().anyMatch(task -> task.kind() == Kind.OURS);
    }

    /// Nobody else does anything any more.
    void dropTheirs() {
        tasks.removeIf(task -> task.kind() == Kind.THEIRS);
    }

    void step() {
        Task task = tasks.remove();
        now = task.at();
        task.work().run();
    }
}
