package org.patchbay.realtime;

import java.util.List;
import java.util.UUID;

/// Carries numbered events to every node that has desks. What is lost on the way, comes twice or in
/// another order does no harm: a receiver sees by the numbers what it misses, and reads it from the outbox.
///
/// Within one process events are handed over directly. Between nodes this is a NATS subject per workspace
/// (core NATS is enough: at most once), received by the sender too.
interface EventBus {

    /// Hands events over; never waits for a receiver on another node.
    ///
    /// @param events of one workspace, in ascending order
    void publish(UUID workspaceId, List<NumberedEvent> events);

    /// Told of events on the publisher's thread, or a thread of the bus.
    interface Receiver {
        void received(UUID workspaceId, List<NumberedEvent> events);
    }
}
