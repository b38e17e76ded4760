package org.patchbay.simulator.numbers;

import java.time.Instant;
import org.patchbay.simulator.rest.Resource;

/// A number that belongs to somebody else but was verified as a caller id.
public record CallerId(
        String sid, String accountSid, String phoneNumber, String friendlyName, Instant created, Instant updated)
        implements Resource {

    public CallerId named(String friendlyName, Instant now) {
        return new CallerId(sid, accountSid, phoneNumber, friendlyName, created, now);
    }
}
