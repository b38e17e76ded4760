package org.patchbay.calls.ingest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.IngestTransaction;
import org.patchbay.database.Trip;
import tools.jackson.databind.json.JsonMapper;

/// What was ever said about a call, once: the rows of `call_events` that one batch reads and writes.
final class EventLog {

    /// One thing said of one call.
    record Key(UUID workspaceId, UUID callId, UUID dedupeKey) {
        static Key of(CallKey call, UUID dedupeKey) {
            return new Key(call.workspaceId(), call.callId(), dedupeKey);
        }
    }

    /// @param data JSON, written apart from the rest: it is by far the largest, and read once only
    /// @param reply the TwiML that was answered
    /// @param decided what followed, in words
    record Row(
            UUID workspaceId,
            UUID callId,
            UUID dedupeKey,
            UUID id,
            @Nullable UUID legId,
            String type,
            @JsonIgnore String data,
            String source,
            Instant occurredAt,
            Instant createdAt,
            @Nullable String reply,
            List<String> decided) {}

    private final IngestTransaction transaction;
    private final JsonMapper json;
    private final Map<Key, Optional<Optional<String>>> known = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    EventLog(IngestTransaction transaction, JsonMapper json) {
        this.transaction = transaction;
        this.json = json;
    }

    /// Looks up, all at once, which of these were said before.
    void lookUp(Trip trip, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        keys.forEach(key -> known.put(key, Optional.empty()));
        trip.ask(
                """
                select said.*
                from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as wanted (workspace_id, call_id, dedupe_key)
                cross join lateral (
                  select workspace_id, call_id, dedupe_key, reply from call_events said
                  where said.workspace_id = wanted.workspace_id and said.call_id = wanted.call_id
                    and said.dedupe_key = wanted.dedupe_key
                  offset 0) said""",
                row -> known.put(
                        new Key(
                                row.getObject("workspace_id", UUID.class),
                                row.getObject("call_id", UUID.class),
                                row.getObject("dedupe_key", UUID.class)),
                        Optional.of(Optional.ofNullable(row.getString("reply")))),
                keys.stream().map(Key::workspaceId).toArray(UUID[]::new),
                keys.stream().map(Key::callId).toArray(UUID[]::new),
                keys.stream().map(Key::dedupeKey).toArray(UUID[]::new));
    }

    /// @return empty where it was not said before, else what was answered then, if anything
    Optional<Optional<String>> answerTo(Key key) {
        if (!known.containsKey(key)) {
            Trip trip = transaction.trip();
            lookUp(trip, List.of(key));
            trip.go();
        }
        return known.getOrDefault(key, Optional.empty());
    }

    void add(Row row) {
        known.put(
                new Key(row.workspaceId(), row.callId(), row.dedupeKey()),
                Optional.of(Optional.ofNullable(row.reply())));
        rows.add(row);
    }

    void write(Trip trip) {
        if (rows.isEmpty()) {
            return;
        }
        trip.tell(
                """
                insert into call_events
                  (workspace_id, call_id, dedupe_key, id, leg_id, event_type, event_data, source, occurred_at, created_at,
                   reply, decided)
                select "workspaceId", "callId", "dedupeKey", id, "legId", type, data::jsonb, source, "occurredAt",
                       "createdAt", reply, decided
                from rows from (
                  jsonb_to_recordset(?::jsonb) as
                    ("workspaceId" uuid, "callId" uuid, "dedupeKey" uuid, id uuid, "legId" uuid, type text, source text,
                     "occurredAt" timestamptz, "createdAt" timestamptz, reply text, decided jsonb),
                  unnest(?::text[])) as said
                  ("workspaceId", "callId", "dedupeKey", id, "legId", type, source, "occurredAt", "createdAt", reply,
                   decided, data)""", json.writeValueAsString(rows), rows.stream().map(Row::data).toArray(String[]::new));
    }
}
