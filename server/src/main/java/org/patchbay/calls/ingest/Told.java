package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something said about a call, with all that is kept of it.
///
/// @param workspaceId whose call it is, as whoever tells it has made sure
/// @param dedupeKey the same for the same thing said again; see [DedupeKey]
/// @param type a short word for the history, as `voice`, `status`, `accept`
/// @param data what was said in full, such as a webhook's parameters; anything that becomes JSON
/// @param legId which leg it is about, if any
/// @param twiml makes what Twilio is answered from the machine's reply. Pure and quick: it runs inside the
///     batch, and what it made is stored and given again to whoever says the same thing again
public record Told(
        UUID workspaceId,
        Matter matter,
        UUID dedupeKey,
        Source source,
        String type,
        Instant occurredAt,
        Map<String, @Nullable Object> data,
        @Nullable UUID legId,
        @Nullable Function<RenderRequest, String> twiml) {

    /// @throws IllegalArgumentException if a beginning names another workspace
    public Told {
        if (matter instanceof Matter.Begun(var placed) && !placed.workspaceId().equals(workspaceId)) {
            throw new IllegalArgumentException("a call begins in the workspace that tells it");
        }
        data = StorableText.of(data);
    }

    public static Told of(
            UUID workspaceId, Matter matter, UUID dedupeKey, Source source, String type, Instant occurredAt) {
        return new Told(workspaceId, matter, dedupeKey, source, type, occurredAt, Map.of(), null, null);
    }

    public Told with(Map<String, ? extends @Nullable Object> everything) {
        return new Told(
                workspaceId, matter, dedupeKey, source, type, occurredAt, StorableText.of(everything), legId, twiml);
    }

    public Told about(UUID leg) {
        return new Told(workspaceId, matter, dedupeKey, source, type, occurredAt, data, leg, twiml);
    }

    public Told answeredBy(Function<RenderRequest, String> renderer) {
        return new Told(workspaceId, matter, dedupeKey, source, type, occurredAt, data, legId, renderer);
    }
}
