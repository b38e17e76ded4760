package org.patchbay.calls.machine;

import java.util.UUID;

/// A call as Twilio has it: how it really is.
final class Line {
    final String sid;
    final LegKind kind;
    final UUID legId;
    LegStatus status = LegStatus.QUEUED;
    boolean endsTheRoom = true;

    Line(String sid, LegKind kind, UUID legId) {
        this.sid = sid;
        this.kind = kind;
        this.legId = legId;
    }

    boolean isAlive() {
        return !status.isOver();
    }
}
