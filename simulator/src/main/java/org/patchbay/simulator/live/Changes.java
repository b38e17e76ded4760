package org.patchbay.simulator.live;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Says that something changed, not what: a watcher looks for itself, so that it never misses a
/// change and never falls behind, however many there are.
public final class Changes implements AutoCloseable {

    private final Map<Topic, Long> latest = new EnumMap<>(Topic.class);
    private long version;
    private boolean closed;

    /// What changed up to a version.
    ///
    /// @param topics empty when the patience ended first
    /// @param version where the next look begins
    /// @param closed nothing will change any more
    public record Seen(Set<Topic> topics, long version, boolean closed) {}

    public synchronized void note(Topic topic) {
        version++;
        latest.put(topic, version);
        notifyAll();
    }

    /// The version now.
    public synchronized long version() {
        return version;
    }

    /// Waits until something changed after `seen`, or until the patience ends.
    public synchronized Seen after(long seen, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (version <= seen && !closed && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        var topics = EnumSet.noneOf(Topic.class);
        latest.forEach((topic, at) -> {
            if (at > seen) {
                topics.add(topic);
            }
        });
        return new Seen(topics, version, closed);
    }

    /// Waits, so that many changes become one, unless this is closed meanwhile.
    public synchronized void gather(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis(); left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /// Lets everybody who waits go.
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
