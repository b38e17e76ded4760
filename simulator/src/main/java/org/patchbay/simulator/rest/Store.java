package org.patchbay.simulator.rest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All resources of one kind, by SID and, per account, in the order of their creation. Reading never
/// waits; writers of one resource must take turns (the engine's do, by their mailbox).
///
/// A store may be bounded: then each account keeps its newest, and what goes on keeps its place.
public final class Store<T extends Resource> {

    /// So far behind the oldest is looked for something to drop; a longer row of unfinished ones is kept.
    private static final int SEARCHED = 100;

    private final int most;
    private final Predicate<T> droppable;
    private final Map<String, Slot<T>> bySid = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentSkipListMap<Long, Slot<T>>> byAccount = new ConcurrentHashMap<>();
    private final AtomicLong order = new AtomicLong();

    private static final class Slot<T> {
        final long order;
        volatile T value;

        Slot(long order, T value) {
            this.order = order;
            this.value = value;
        }
    }

    /// Keeps everything.
    public Store() {
        this(Integer.MAX_VALUE, resource -> false);
    }

    /// @param most how many each account keeps
    /// @param droppable whether a resource may be dropped to make place
    public Store(int most, Predicate<T> droppable) {
        this.most = most;
        this.droppable = droppable;
    }

    /// Adds the resource, or replaces the one with its SID, which keeps its place.
    public void put(T resource) {
        @Nullable Slot<T> slot = bySid.get(resource.sid());
        if (slot != null && slot.value.accountSid().equals(resource.accountSid())) {
            slot.value = resource;
            return;
        }
        if (slot != null) {
            remove(resource.sid());
        }
        var added = new Slot<>(order.incrementAndGet(), resource);
        bySid.put(resource.sid(), added);
        var shelf = shelf(resource.accountSid());
        shelf.put(added.order, added);
        if (shelf.size() > most) {
            dropOldest(shelf);
        }
    }

    private void dropOldest(ConcurrentSkipListMap<Long, Slot<T>> shelf) {
        shelf.values().stream()
                .limit(SEARCHED)
                .filter(slot -> droppable.test(slot.value))
                .findFirst()
                .ifPresent(slot -> remove(slot.value.sid()));
    }

    public Optional<T> find(String sid) {
        return Optional.ofNullable(bySid.get(sid)).map(slot -> slot.value);
    }

    public Optional<T> find(String accountSid, String sid) {
        return find(sid).filter(resource -> resource.accountSid().equals(accountSid));
    }

    public boolean remove(String sid) {
        @Nullable Slot<T> slot = bySid.remove(sid);
        if (slot == null) {
            return false;
        }
        shelf(slot.value.accountSid()).remove(slot.order);
        return true;
    }

    /// The account's resources, newest first, as Twilio lists them.
    public Stream<T> newestFirst(String accountSid) {
        return shelf(accountSid).descendingMap().values().stream().map(slot -> slot.value);
    }

    /// Every resource, oldest first.
    public Stream<T> all() {
        return byAccount.values().stream()
                .flatMap(shelf -> shelf.values().stream())
                .sorted((a, b) -> Long.compare(a.order, b.order))
                .map(slot -> slot.value);
    }

    public int size() {
        return bySid.size();
    }

    private ConcurrentSkipListMap<Long, Slot<T>> shelf(String accountSid) {
        return byAccount.computeIfAbsent(accountSid, sid -> new ConcurrentSkipListMap<>());
    }
}
