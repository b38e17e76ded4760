package org.patchbay.simulator.queues;

import java.time.Instant;
import org.patchbay.simulator.rest.Resource;

/// A queue's lasting properties.
public record QueueRecord(
        String sid, String accountSid, String friendlyName, int maxSize, Instant created, Instant updated)
        implements Resource {}
