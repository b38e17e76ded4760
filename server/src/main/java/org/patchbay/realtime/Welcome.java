package org.patchbay.realtime;

import java.util.List;
import java.util.OptionalLong;
import org.patchbay.kernel.access.Role;
import org.patchbay.workspaces.Presence;

/// How a desk begins.
sealed interface Welcome {

    /// What a desk gets that was away too long: it begins anew rather than wade through more than this.
    int MOST_MISSED = 500;

    /// It goes on where it was.
    ///
    /// @param missed every number after its last one up to `seq`
    record Resumed(long after, long seq, Role role, List<NumberedEvent> missed) implements Welcome {}

    /// It begins with the state as it is.
    record Fresh(long seq, Role role, List<Presence> presence) implements Welcome {}

    /// The person is no longer a member.
    record Refused() implements Welcome {}

    /// Whether a desk may go on: it was here before, not too long ago, and not in some other database.
    ///
    /// @param last the last number given out
    static boolean worthResuming(OptionalLong after, long last) {
        return after.isPresent() && after.getAsLong() <= last && last - after.getAsLong() <= MOST_MISSED;
    }

    /// Whether nothing that a desk missed has been dropped since.
    static boolean complete(long after, long last, List<NumberedEvent> missed) {
        return missed.size() == last - after;
    }
}
