package org.patchbay.calls.voice;

import static org.patchbay.calls.voice.Deliveries.inFull;
import static org.patchbay.calls.voice.Deliveries.whole;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.RecordingStatus;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.Parameters;

/// What became of a recording. It may be long after the call.
///
/// Source: [Recording status callback](https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback).
final class RecordingWords {

    private RecordingWords() {}

    /// @return empty for what names no recording
    static Optional<Told> read(Delivery delivery, Instant now) {
        Parameters params = delivery.params();
        Optional<String> sid = Deliveries.sid(params, "RecordingSid", "RE");
        Optional<RecordingStatus> status =
                RecordingStatus.of(params.get("RecordingStatus").orElse("completed"));
        CallIds ids = CallIds.in(delivery.query());
        Optional<Where> where = Optional.ofNullable(ids.callId())
                .<Where>map(Where.Id::new)
                .or(() -> Deliveries.sid(params, "CallSid", "CA").map(Where.Sid::new));
        if (sid.isEmpty() || status.isEmpty() || where.isEmpty()) {
            return Optional.empty();
        }
        Matter recorded = new Matter.RecordingReported(
                where.get(),
                sid.get(),
                Deliveries.sid(params, "ConferenceSid", "CF").orElse(null),
                status.get(),
                params.text("RecordingSource"),
                whole(params, "RecordingChannels"),
                whole(params, "RecordingDuration"),
                params.get("RecordingStartTime").flatMap(Deliveries::time).orElse(null));
        return Optional.of(new Told(
                delivery.workspaceId(),
                recorded,
                DedupeKey.of("recording", sid.get(), status.get().code()),
                Source.WEBHOOK,
                "recording." + status.get().code(),
                now,
                inFull(delivery),
                ids.legId(),
                null));
    }
}
