package org.patchbay.simulator.conferences;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.rest.Resource;

/// A conference as the REST API shows it, also after its end.
///
/// @param status `init`, `in-progress` or `completed`
/// @param callSidEnding whose leaving ended it, or null
public record ConferenceRecord(
        String sid,
        String accountSid,
        String friendlyName,
        String status,
        String region,
        @Nullable EndReason reason,
        @Nullable String callSidEnding,
        Instant created,
        Instant updated)
        implements Resource {

    ConferenceRecord started(Instant now) {
        return new ConferenceRecord(sid, accountSid, friendlyName, "in-progress", region, null, null, created, now);
    }

    ConferenceRecord ended(EndReason why, @Nullable String callSid, Instant now) {
        return new ConferenceRecord(sid, accountSid, friendlyName, "completed", region, why, callSid, created, now);
    }
}
