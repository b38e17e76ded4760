package org.patchbay.realtime;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The bus of a single node.
@Component
class EventsWithinTheProcess implements EventBus {

    private final ObjectProvider<Receiver> receivers;

    EventsWithinTheProcess(ObjectProvider<Receiver> receivers) {
        this.receivers = receivers;
    }

    @Override
    public void publish(UUID workspaceId, List<NumberedEvent> events) {
        receivers.forEach(receiver -> receiver.received(workspaceId, events));
    }
}
