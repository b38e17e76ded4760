package org.patchbay.realtime;

import java.util.UUID;

/// What one member is sent.
@FunctionalInterface
interface Frame {

    /// @param memberId the reader
    String to(UUID memberId);

    static Frame sameForAll(String text) {
        return memberId -> text;
    }
}
