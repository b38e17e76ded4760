package org.patchbay.security.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.patchbay.security.OpenSession;

/// Where somebody is signed in.
record SessionList(List<Item> items) {

    /// @param current whether it is the one that asks
    record Item(UUID id, boolean current, Instant createdAt, Instant lastSeenAt, String address, String userAgent) {
        static Item of(OpenSession session, UUID currentId) {
            return new Item(
                    session.id(),
                    session.id().equals(currentId),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.address(),
                    session.userAgent());
        }
    }
}
