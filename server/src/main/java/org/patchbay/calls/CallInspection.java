package org.patchbay.calls;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Everything that is known of a call, for whoever has to find out what happened.
///
/// @param entries in the order in which we heard of them
public record CallInspection(CallView call, List<CallDetail.Leg> legs, List<Entry> entries) {

    /// @param data the delivery, request or answer in full
    /// @param reply the TwiML that was answered
    public record Entry(
            UUID id,
            String type,
            String source,
            @Nullable UUID legId,
            Instant occurredAt,
            Instant storedAt,
            JsonNode data,
            List<String> decided,
            @Nullable String reply) {}
}
