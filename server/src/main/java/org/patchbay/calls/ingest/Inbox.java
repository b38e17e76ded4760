package org.patchbay.calls.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What waits to be written. Whoever takes gets what is there, and never waits for more.
final class Inbox {

    private final int capacity;
    private final int roundSize;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<UUID> agentsChanged = new LinkedHashSet<>();
    private boolean open = true;

    /// @param capacity so many may wait
    /// @param roundSize so many are taken at once, at most
    Inbox(int capacity, int roundSize) {
        this.capacity = capacity;
        this.roundSize = roundSize;
    }

    /// @return false if it is full, or closed
    boolean add(Entry entry) {
        lock.lock();
        try {
            boolean taken = open && entries.size() < capacity;
            if (taken) {
                entries.add(entry);
                filled.signal();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Said again before it was heard, it is heard once.
    void agentsChanged(UUID workspaceId) {
        lock.lock();
        try {
            if (open) {
                agentsChanged.add(workspaceId);
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is anything.
    ///
    /// @return empty once it is closed and nothing is left
    Optional<Round> take() {
        lock.lock();
        try {
            while (open && isEmpty()) {
                filled.awaitUninterruptibly();
            }
            if (isEmpty()) {
                return Optional.empty();
            }
            List<Entry> taken = new ArrayList<>();
            while (!entries.isEmpty() && taken.size() < roundSize) {
                taken.add(entries.remove());
            }
            Set<UUID> changed = Set.copyOf(agentsChanged);
            agentsChanged.clear();
            return Optional.of(new Round(List.copyOf(taken), changed));
        } finally {
            lock.unlock();
        }
    }

    /// Takes nothing more; what is there can still be taken out.
    void close() {
        lock.lock();
        try {
            open = false;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean isEmpty() {
        return entries.isEmpty() && agentsChanged.isEmpty();
    }
}
