package org.patchbay.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts numbered things into their order: each number once, none left out, whatever order they arrive in
/// and however often. It holds back what comes early and forgets what comes again.
///
/// A feed begins unstarted, when it is not yet known which number is the first: then it holds everything.
/// Pure state, for one thread at a time.
///
/// @param <E> what is numbered
final class FrameFeed<E> {

    private static final long UNSTARTED = -1;

    private long last = UNSTARTED;
    private @Nullable TreeMap<Long, E> early;

    /// Says which number was the last one seen elsewhere; the next is this feed's first.
    ///
    /// @return what had come early and is now in turn
    List<E> startAfter(long seq) {
        if (started()) {
            throw new IllegalStateException("started already, after " + last);
        }
        if (seq < 0) {
            throw new IllegalArgumentException("numbers begin at 1");
        }
        last = seq;
        if (early != null) {
            early.headMap(seq, true).clear();
        }
        return inTurn(new ArrayList<>());
    }

    /// @param seq the number of the thing, from 1
    /// @return what is now in turn: nothing, this one, or this one and what had waited for it
    List<E> accept(long seq, E thing) {
        if (started() && seq <= last) {
            return List.of();
        }
        if (started() && seq == last + 1 && early == null) {
            last = seq;
            return List.of(thing);
        }
        if (early == null) {
            early = new TreeMap<>();
        }
        early.putIfAbsent(seq, thing);
        return started() ? inTurn(new ArrayList<>()) : List.of();
    }

    private List<E> inTurn(List<E> ready) {
        while (early != null && !early.isEmpty() && early.firstKey() == last + 1) {
            ready.add(early.pollFirstEntry().getValue());
            last++;
        }
        if (early != null && early.isEmpty()) {
            early = null; // thousands of idle feeds should cost nothing
        }
        return ready;
    }

    boolean started() {
        return last != UNSTARTED;
    }

    /// The last number given out; -1 before the start.
    long last() {
        return last;
    }

    /// How many things are held back.
    int held() {
        return early == null ? 0 : early.size();
    }

    /// Whether something is held back because a number before it is missing.
    boolean gap() {
        return started() && early != null;
    }
}
