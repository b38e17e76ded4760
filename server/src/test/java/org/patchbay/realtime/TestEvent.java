package org.patchbay.realtime;

import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;

/// Events whose frames say no more than their number.
final class TestEvent {

    private TestEvent() {}

    static LiveEvent toEverybody(long seq) {
        return to(Audience.everyone(), seq, null);
    }

    /// @param change what it changes of a member
    static LiveEvent to(Audience audience, long seq, @Nullable MemberChange change) {
        return new LiveEvent(seq, audience, Frame.sameForAll("event " + seq), "skip " + seq, change);
    }
}
