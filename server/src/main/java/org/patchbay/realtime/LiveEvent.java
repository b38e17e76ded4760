package org.patchbay.realtime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;
import org.patchbay.kernel.access.Role;

/// An event ready to be sent: written as a frame once, however many desks there are; but see [LongLists].
///
/// @param frame for those who may see it
/// @param skip for all others
/// @param change null for most events
record LiveEvent(
        long seq,
        Audience audience,
        Frame frame,
        String skip,
        @Nullable MemberChange change) {

    String frameFor(UUID memberId, Role role) {
        return audience.includes(memberId, role) ? frame.to(memberId) : skip;
    }
}
