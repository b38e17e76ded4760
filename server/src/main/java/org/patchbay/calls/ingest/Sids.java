package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Leg;
import org.patchbay.database.IngestTransaction;
import org.patchbay.database.Trip;
import tools.jackson.databind.json.JsonMapper;

/// Which call a Twilio call belongs to, as far as one batch needs to know: what `call_sids` says, and what
/// the batch itself has learned. The first who names a SID has it.
final class Sids {

    /// A SID as one workspace says it. Another's is not seen.
    record Sid(UUID workspaceId, String sid) {}

    private record Row(String sid, UUID workspaceId, UUID callId) {}

    private final IngestTransaction transaction;
    private final JsonMapper json;
    private final Map<Sid, UUID> calls = new HashMap<>();
    private final Set<UUID> begun = new LinkedHashSet<>();
    private final List<Row> learned = new ArrayList<>();

    Sids(IngestTransaction transaction, JsonMapper json) {
        this.transaction = transaction;
        this.json = json;
    }

    void resolve(Collection<Sid> sids) {
        if (sids.isEmpty()) {
            return;
        }
        transaction.jdbc().sql("""
                select known.*
                from jsonb_to_recordset(:sids::jsonb) as wanted ("workspaceId" uuid, sid text)
                cross join lateral (
                  select workspace_id, twilio_call_sid, call_id from call_sids known
                  where known.twilio_call_sid = wanted.sid and known.workspace_id = wanted."workspaceId"
                  offset 0) known""").param("sids", json.writeValueAsString(sids)).query(row -> {
            calls.put(
                    new Sid(row.getObject("workspace_id", UUID.class), row.getString("twilio_call_sid")),
                    row.getObject("call_id", UUID.class));
        });
    }

    /// Takes those SIDs for calls that begin here. One that somebody is just taking elsewhere is waited for, and
    /// then theirs.
    void claim(Map<Sid, UUID> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> won = new HashSet<>();
        Trip trip = transaction.trip();
        insert(
                trip,
                wanted.entrySet().stream()
                        .map(entry ->
                                new Row(entry.getKey().sid(), entry.getKey().workspaceId(), entry.getValue()))
                        .toList(),
                now,
                won::add);
        trip.go();
        List<Sid> lost = new ArrayList<>();
        wanted.forEach((sid, callId) -> {
            if (won.contains(sid.sid() + " " + callId)) {
                calls.put(sid, callId);
                begun.add(callId);
            } else {
                lost.add(sid);
            }
        });
        resolve(lost);
    }

    Optional<CallKey> callOf(Sid sid) {
        return Optional.ofNullable(calls.get(sid)).map(callId -> new CallKey(sid.workspaceId(), callId));
    }

    /// Whether this batch is the one that makes the call.
    boolean beginsHere(CallKey call) {
        return begun.contains(call.callId());
    }

    /// Remembers the SIDs of a call's legs.
    void learn(CallState state) {
        UUID workspaceId = state.call().workspaceId();
        for (Leg leg : state.legs()) {
            if (leg.sid() != null
                    && calls.putIfAbsent(
                                    new Sid(workspaceId, leg.sid()),
                                    state.call().id())
                            == null) {
                learned.add(new Row(leg.sid(), workspaceId, state.call().id()));
            }
        }
    }

    /// SIDs that stood in the legs already are known; only the new ones are written.
    void knows(CallState state) {
        state.legs().stream()
                .filter(leg -> leg.sid() != null)
                .forEach(leg -> calls.putIfAbsent(
                        new Sid(state.call().workspaceId(), String.valueOf(leg.sid())),
                        state.call().id()));
    }

    void write(Trip trip, Instant now) {
        insert(trip, learned, now, won -> {});
    }

    private void insert(Trip trip, List<Row> rows, Instant now, Consumer<String> won) {
        if (!rows.isEmpty()) {
            trip.ask("""
                    insert into call_sids (twilio_call_sid, workspace_id, call_id, created_at)
                    select sid, "workspaceId", "callId", ?::timestamptz
                    from jsonb_to_recordset(?::jsonb) as row (sid text, "workspaceId" uuid, "callId" uuid)
                    order by sid, "callId"
                    on conflict (twilio_call_sid) do nothing
                    returning twilio_call_sid || ' ' || call_id""", row -> won.accept(row.getString(1)), now.toString(), json.writeValueAsString(rows));
        }
    }
}
