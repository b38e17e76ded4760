package org.patchbay.calls.acting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Dial;
import org.patchbay.calls.machine.LegKind;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has to be known of a leg, or a conference, to do something about it.
@Component
class Lines {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Lines(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// @param address what is rung
    /// @param from what it is rung from: one of our numbers
    /// @param room the conference's name
    record Line(
            UUID callId,
            UUID legId,
            LegKind kind,
            String address,
            String from,
            @Nullable String sid,
            Dial dial,
            boolean over,
            @Nullable String room,
            Instant since) {}

    Optional<Line> find(UUID callId, UUID legId) {
        return transactions.read(() -> jdbc.sql("""
                select leg.*, calls.from_number, calls.conference_name
                from call_legs leg join calls on calls.workspace_id = leg.workspace_id and calls.id = leg.call_id
                where leg.workspace_id = :workspace and leg.call_id = :call and leg.id = :leg""")
                .param("workspace", Tenancy.workspaceId())
                .param("call", callId)
                .param("leg", legId)
                .query((row, index) -> new Line(
                        callId,
                        legId,
                        LegKind.of(row.getString("kind")),
                        row.getString("address"),
                        row.getString("from_number"),
                        row.getString("twilio_call_sid"),
                        Dial.of(row.getString("dial")),
                        row.getTimestamp("ended_at") != null,
                        row.getString("conference_name"),
                        row.getTimestamp("created_at").toInstant()))
                .optional());
    }

    /// The conference's name; empty where there is no such call.
    Optional<String> room(UUID callId) {
        return transactions.read(() -> jdbc.sql("""
                select conference_name from calls
                where workspace_id = :workspace and id = :call and conference_name is not null""")
                .param("workspace", Tenancy.workspaceId())
                .param("call", callId)
                .query(String.class)
                .optional());
    }

    /// Whether that Twilio call belongs to a call of ours already.
    boolean isKnown(String sid) {
        return transactions.read(() -> jdbc.sql("select 1 from call_sids where twilio_call_sid = :sid")
                .param("sid", sid)
                .query(Integer.class)
                .optional()
                .isPresent());
    }
}
