package org.patchbay.calls.voice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.Parameters;

/// An address of ours did not answer Twilio as it should: for the call's history, once for each error.
///
/// Source: [Request parameters](https://www.twilio.com/docs/voice/twiml#request-parameters): `ErrorCode` and
/// `ErrorUrl` say what failed.
final class FallbackWords {

    private FallbackWords() {}

    /// @return empty for what names no call
    static Optional<Told> read(Delivery delivery, Instant now) {
        Parameters params = delivery.params();
        UUID callId = CallIds.in(delivery.query()).callId();
        return Deliveries.sid(params, "CallSid", "CA")
                .map(sid -> Told.of(
                                delivery.workspaceId(),
                                new Matter.Noted(callId == null ? new Where.Sid(sid) : new Where.Id(callId)),
                                DedupeKey.of("fallback", sid, params.text("ErrorCode"), params.text("ErrorUrl")),
                                Source.WEBHOOK,
                                "webhook.failed",
                                now)
                        .with(Deliveries.inFull(delivery)));
    }
}
