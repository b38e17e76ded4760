package org.patchbay.simulator.webhooks;

import java.time.Duration;
import java.util.List;

/// What may go wrong on purpose with status callbacks.
@FunctionalInterface
public interface CallbackFaults {

    CallbackFaults NONE = callback -> List.of(Duration.ZERO);

    /// When copies of the callback are sent, each after its own delay: none means dropped, two
    /// duplicated, a delay that later callbacks do not have reordered.
    List<Duration> deliveries(Webhook callback);
}
