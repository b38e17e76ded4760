package org.patchbay.calls.acting;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.Heard;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.database.Tenancy;
import org.patchbay.twilio.TwilioFailure;
import org.springframework.stereotype.Component;

/// Says what Twilio answered, with how long it took: to the machine, and for the call's history.
@Component
class Findings {

    private final Ingest ingest;
    private final Clock clock;

    Findings(Ingest ingest, Clock clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    /// @param source [Source#TWILIO] for the answer to something decided, [Source#RECONCILIATION] for what was
    ///     found by looking whether anything had been missed
    /// @param key the same for what is to be told once only
    Heard tell(
            Source source,
            UUID callId,
            @Nullable UUID legId,
            UUID key,
            String type,
            CallEvent event,
            Map<String, ?> data) {
        return tell(source, new Matter.Happened(new Where.Id(callId), event), legId, key, type, data);
    }

    Heard note(UUID callId, @Nullable UUID legId, UUID key, String type, Map<String, ?> data) {
        return tell(Source.TWILIO, new Matter.Noted(new Where.Id(callId)), legId, key, type, data);
    }

    Heard tell(Source source, Matter matter, @Nullable UUID legId, UUID key, String type, Map<String, ?> data) {
        return ingest.tellAndWait(new Told(
                Tenancy.workspaceId(),
                matter,
                key,
                source,
                type,
                clock.instant(),
                new LinkedHashMap<>(data),
                legId,
                null));
    }

    static Map<String, Object> request(String operation, long begun, String outcome) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("request", operation);
        data.put("outcome", outcome);
        data.put("milliseconds", (System.nanoTime() - begun) / 1_000_000);
        return data;
    }

    static Map<String, Object> failed(String operation, long begun, TwilioFailure failure) {
        Map<String, Object> data =
                request(operation, begun, failure.kind().name().toLowerCase(Locale.ROOT));
        failure.status().ifPresent(status -> data.put("status", status));
        failure.code().ifPresent(code -> data.put("code", code));
        return data;
    }
}
