package org.patchbay.simulator.queues;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.rest.Store;

/// All queues of all accounts.
public final class QueueStore {

    static final int DEFAULT_SIZE = 1_000;

    private final Store<QueueRecord> records = new Store<>();
    private final Map<String, CallQueue> live = new ConcurrentHashMap<>();

    public Store<QueueRecord> records() {
        return records;
    }

    /// The line of a queue that has a record.
    public CallQueue line(String sid) {
        return live.computeIfAbsent(sid, key -> new CallQueue(this, key));
    }

    Optional<CallQueue> named(String accountSid, String name) {
        return records.newestFirst(accountSid)
                .filter(queue -> queue.friendlyName().equals(name))
                .findFirst()
                .map(queue -> line(queue.sid()));
    }

    CallQueue open(String accountSid, String name, Instant now) {
        return named(accountSid, name)
                .orElseGet(
                        () -> line(create(accountSid, name, DEFAULT_SIZE, now).sid()));
    }

    /// @throws RestError 400/22003 when the account has a queue of that name
    public QueueRecord create(String accountSid, String name, int maxSize, Instant now) {
        if (named(accountSid, name).isPresent()) {
            throw RestError.badRequest(22003, "A queue named '" + name + "' exists already");
        }
        var queue = new QueueRecord(Sids.mint("QU"), accountSid, name, maxSize, now, now);
        records.put(queue);
        return queue;
    }

    public void remove(String sid) {
        records.remove(sid);
        live.remove(sid);
    }
}
