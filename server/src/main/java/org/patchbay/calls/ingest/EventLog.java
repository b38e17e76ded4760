package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What was ever said about a call, once: the rows of `call_events` that one batch reads and writes.
final class EventLog {

    /// One thing said of one call.
    record Key(UUID workspaceId, UUID callId, UUID dedupeKey) {
        static Key of(CallKey call, UUID dedupeKey) {
            return new Key(call.workspaceId(), call.callId(), dedupeKey);
        }
    }

    /// @param reply the TwiML that was answered
    /// @param decided what followed, in words
    record Row(
            UUID workspaceId,
            UUID callId,
            UUID dedupeKey,
            UUID id,
            @Nullable UUID legId,
            String type,
            Map<String, @Nullable Object> data,
            String source,
            Instant occurredAt,
            Instant createdAt,
            @Nullable String reply,
            List<String> decided) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Key, Optional<Optional<String>>> known = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    EventLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Looks up, all at once, which of these were said before.
    void lookUp(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        keys.forEach(key -> known.put(key, Optional.empty()));
        jdbc.sql("""
                select said.*
                from unnest(:workspaces::uuid[], :calls::uuid[], :keys::uuid[])
                  as wanted (workspace_id, call_id, dedupe_key)
                cross join lateral (
                  select workspace_id, call_id, dedupe_key, reply from call_events said
                  where said.workspace_id = wanted.workspace_id and said.call_id = wanted.call_id
                    and said.dedupe_key = wanted.dedupe_key
                  offset 0) said""")
                .param("workspaces", keys.stream().map(Key::workspaceId).toArray(UUID[]::new))
                .param("calls", keys.stream().map(Key::callId).toArray(UUID[]::new))
                .param("keys", keys.stream().map(Key::dedupeKey).toArray(UUID[]::new))
                .query(row -> {
                    known.put(
                            new Key(
                                    row.getObject("workspace_id", UUID.class),
                                    row.getObject("call_id", UUID.class),
                                    row.getObject("dedupe_key", UUID.class)),
                            Optional.of(Optional.ofNullable(row.getString("reply"))));
                });
    }

    /// @return empty where it was not said before, else what was answered then, if anything
    Optional<Optional<String>> answerTo(Key key) {
        if (!known.containsKey(key)) {
            lookUp(List.of(key));
        }
        return known.getOrDefault(key, Optional.empty());
    }

    void add(Row row) {
        known.put(
                new Key(row.workspaceId(), row.callId(), row.dedupeKey()),
                Optional.of(Optional.ofNullable(row.reply())));
        rows.add(row);
    }

    void write() {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into call_events
                  (workspace_id, call_id, dedupe_key, id, leg_id, event_type, event_data, source, occurred_at, created_at,
                   reply, decided)
                select "workspaceId", "callId", "dedupeKey", id, "legId", type, data, source, "occurredAt", "createdAt",
                       reply, decided
                from jsonb_to_recordset(:rows::jsonb) as said
                  ("workspaceId" uuid, "callId" uuid, "dedupeKey" uuid, id uuid, "legId" uuid, type text, data jsonb,
                   source text, "occurredAt" timestamptz, "createdAt" timestamptz, reply text, decided jsonb)""").param("rows", json.writeValueAsString(rows)).update();
    }
}
