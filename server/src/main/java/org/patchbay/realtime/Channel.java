package org.patchbay.realtime;

import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentHashMap.KeySetView;

/// The events of one workspace on their way to the desks that this node holds: put in order once for all.
///
/// It starts unstarted and learns its place from the first desk's welcome. A desk joins before its welcome
/// is read; so whatever the channel has passed on earlier stands in the welcome, and whatever it passes on
/// later reaches the desk.
///
/// Another desk's welcome may have been read before that of the first that is in. What the channel does not need
/// itself, because it is old to it or it does not know its place yet, it therefore passes on all the same: each desk
/// knows what is new to it.
final class Channel {

    /// From so many desks on, several processors send.
    private static final long FOR_ONE_PROCESSOR = 100;

    private final KeySetView<Desk, Boolean> desks = ConcurrentHashMap.newKeySet();
    private final FrameFeed<LiveEvent> feed = new FrameFeed<>();

    void join(Desk desk) {
        desks.add(desk);
    }

    void leave(Desk desk) {
        desks.remove(desk);
    }

    boolean deserted() {
        return desks.isEmpty();
    }

    Collection<Desk> desks() {
        return desks;
    }

    /// Says where the numbers stand, the first time somebody knows.
    synchronized void standsAt(long seq, Instant now) {
        if (!feed.started()) {
            feed.startAfter(seq).forEach(event -> show(event, now));
        }
    }

    synchronized void deliver(Iterable<LiveEvent> events, Instant now) {
        for (LiveEvent event : events) {
            boolean hasATurn = feed.started() && event.seq() > feed.last();
            if (!hasATurn) {
                show(event, now);
            }
            feed.accept(event.seq(), event).forEach(inTurn -> show(inTurn, now));
        }
    }

    private void show(LiveEvent event, Instant now) {
        desks.getMap().forEachKey(FOR_ONE_PROCESSOR, desk -> desk.accept(event, now));
    }

    /// Whether something waits for a number that has not come.
    synchronized boolean gap() {
        return feed.gap();
    }

    /// The last number passed on; -1 before the start.
    synchronized long position() {
        return feed.last();
    }
}
