package org.patchbay.benchmarks.soak;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.benchmarks.calls.Stock;

/// What the database says of a workspace's calls.
record Stored(Map<UUID, Call> calls, List<Leg> legs, List<Recording> recordings) {

    record Call(
            UUID id,
            String direction,
            @Nullable String sid,
            String status,
            @Nullable String outcome,
            @Nullable UUID memberId,
            @Nullable String room,
            boolean ended,
            @Nullable Integer seconds,
            @Nullable String recordingUrl) {}

    record Leg(
            UUID callId,
            UUID id,
            String kind,
            @Nullable UUID memberId,
            @Nullable String sid,
            String status,
            boolean ended,
            @Nullable Integer seconds) {}

    record Recording(
            UUID callId,
            String sid,
            String status,
            @Nullable Integer seconds) {}

    static Stored of(Stock stock, UUID workspaceId) throws SQLException {
        String where = " where workspace_id = '" + workspaceId + "'";
        return new Stored(
                stock
                        .query(
                                "select id, direction, twilio_call_sid, status, outcome, member_id, conference_name,"
                                        + " ended_at is not null, duration_seconds, recording_url from calls" + where,
                                row -> new Call(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getObject(6, UUID.class),
                                        row.getString(7),
                                        row.getBoolean(8),
                                        row.getObject(9, Integer.class),
                                        row.getString(10)))
                        .stream()
                        .collect(Collectors.toMap(Call::id, Function.identity())),
                stock.query(
                        "select call_id, id, kind, member_id, twilio_call_sid, status, ended_at is not null,"
                                + " duration_seconds from call_legs" + where,
                        row -> new Leg(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                row.getString(6),
                                row.getBoolean(7),
                                row.getObject(8, Integer.class))),
                stock.query(
                        "select call_id, twilio_recording_sid, status, duration_seconds from recordings" + where,
                        row -> new Recording(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, Integer.class))));
    }

    List<Leg> legsOf(UUID callId) {
        return legs.stream().filter(leg -> leg.callId().equals(callId)).toList();
    }

    Optional<Leg> leg(String sid) {
        return legs.stream().filter(leg -> sid.equals(leg.sid())).findFirst();
    }

    /// What was told of a call, in the order of its arrival.
    static List<String> timeline(Stock stock, String callId) throws SQLException {
        return stock.query(
                "select event_type || ' ' || source || ' of ' || occurred_at::time || ' at ' || created_at::time || ' '"
                        + " || coalesce(event_data ->> 'CallSid', '') || ' ' || decided"
                        + " from call_events where call_id = '" + callId + "' order by id",
                row -> row.getString(1));
    }
}
