package org.patchbay.simulator.queues;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.simulator.http.Params;

/// Calls waiting in line, and dials waiting for a call. On the mailbox of its account.
public final class CallQueue {

    private final QueueStore store;
    private final String sid;
    private final List<Waiting> line = new ArrayList<>();
    private final List<Consumer<Waiting>> takers = new ArrayList<>();

    CallQueue(QueueStore store, String sid) {
        this.store = store;
        this.sid = sid;
    }

    public String sid() {
        return sid;
    }

    public QueueRecord details() {
        return store.records().find(sid).orElseThrow();
    }

    public List<Waiting> line() {
        return List.copyOf(line);
    }

    boolean isFull(int maxQueueSize) {
        return line.size() >= Math.min(details().maxSize(), maxQueueSize);
    }

    void enter(Waiting call) {
        if (takers.isEmpty()) {
            line.add(call);
        } else {
            takers.removeFirst().accept(call);
        }
    }

    void leave(Waiting call) {
        line.remove(call);
    }

    /// The front of the line now, or whoever comes next.
    void take(Consumer<Waiting> taker) {
        if (line.isEmpty()) {
            takers.add(taker);
        } else {
            taker.accept(line.removeFirst());
        }
    }

    void forget(Consumer<Waiting> taker) {
        takers.remove(taker);
    }

    public Optional<Waiting> front() {
        return line.stream().findFirst();
    }

    public Optional<Waiting> find(String callSid) {
        return line.stream()
                .filter(waiting -> waiting.leg().call().sid().equals(callSid))
                .findFirst();
    }

    /// Counted from 1; 0 for a call that is not in line.
    public int position(Waiting call) {
        return line.indexOf(call) + 1;
    }

    public long averageWaitSeconds(Instant now) {
        return Math.round(line.stream()
                .mapToLong(call -> call.waitedSeconds(now))
                .average()
                .orElse(0));
    }

    /// What a request for wait music says about the queue.
    Params params(Waiting call, Instant now) {
        return Params.of(
                "QueueSid", sid,
                "QueuePosition", Integer.toString(position(call)),
                "QueueTime", Long.toString(call.waitedSeconds(now)),
                "AvgQueueTime", Long.toString(averageWaitSeconds(now)),
                "CurrentQueueSize", Integer.toString(line.size()),
                "MaxQueueSize", Integer.toString(details().maxSize()));
    }
}
