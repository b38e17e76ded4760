package org.patchbay.database;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.patchbay.kernel.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Facts for the desks of several workspaces at once, as the ingest writes them. One alone goes through
/// [Outbox].
@Component
public class OutboxBatch {

    private final JsonMapper json;
    private final ObjectProvider<Outbox.Listener> listeners;

    OutboxBatch(JsonMapper json, ObjectProvider<Outbox.Listener> listeners) {
        this.json = json;
        this.listeners = listeners;
    }

    /// @param type as in `api/events.md`
    /// @param data becomes the event's `data`; what the audience may not see does not belong in it
    public record Fact(UUID workspaceId, Instant at, String type, Audience audience, Object data) {}

    private record Row(UUID workspaceId, UUID id, String type, Instant at, Audience audience, Object data) {}

    /// @param ingest on its way in a transaction of [IngestPool#write]
    /// @param facts in the order in which they became true
    public void write(Trip ingest, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<Row> rows = facts.stream()
                .map(fact ->
                        new Row(fact.workspaceId(), Ids.next(), fact.type(), fact.at(), fact.audience(), fact.data()))
                .toList();
        ingest.tell("""
                insert into outbox (workspace_id, id, type, at, audience, data)
                select "workspaceId", id, type, at, audience, data
                from jsonb_to_recordset(?::jsonb)
                  as fact ("workspaceId" uuid, id uuid, type text, at timestamptz, audience jsonb, data jsonb)""", json.writeValueAsString(rows));
    }

    /// To be called after the commit: lets the facts be numbered and sent.
    public void written(Collection<UUID> workspaces) {
        if (workspaces.isEmpty()) {
            return;
        }
        List<Outbox.Listener> told = listeners.stream().toList();
        workspaces.forEach(workspace -> told.forEach(listener -> listener.written(workspace)));
    }
}
