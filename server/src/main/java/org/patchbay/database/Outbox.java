package org.patchbay.database;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.patchbay.kernel.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Facts for the desks, written in the transaction that makes them true. They are numbered and sent
/// after the commit, by whoever listens.
@Component
public class Outbox {

    /// Told after a commit that a workspace has new rows.
    public interface Listener {
        void written(UUID workspaceId);
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<Listener> listeners;

    Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, ObjectProvider<Listener> listeners) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.listeners = listeners;
    }

    /// Adds a fact to the bound workspace's outbox.
    ///
    /// @param type as in `api/events.md`
    /// @param data becomes the event's `data`; what the audience may not see does not belong in it
    public void append(String type, Audience audience, Object data) {
        UUID workspaceId = Tenancy.workspaceId();
        jdbc.sql("""
                insert into outbox (workspace_id, id, type, at, audience, data)
                values (:workspace, :id, :type, :at, :audience::jsonb, :data::jsonb)""")
                .param("workspace", workspaceId)
                .param("id", Ids.next())
                .param("type", type)
                .param("at", Timestamp.from(clock.instant()))
                .param("audience", json.writeValueAsString(audience))
                .param("data", json.writeValueAsString(data))
                .update();
        List<Listener> told = listeners.stream().toList();
        Transactions.afterCommit(() -> told.forEach(listener -> listener.written(workspaceId)));
    }
}
