package org.patchbay.calls.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Leg;
import org.patchbay.database.IngestTransaction;
import org.patchbay.database.Trip;
import tools.jackson.databind.json.JsonMapper;

/// Calls and their legs in one transaction of the ingest. Rows are locked and written in the order of their
/// ids, so that nodes whose batches overlap wait for each other in a line and never in a circle.
///
/// Rows are looked up one by one by their whole key (hence `lateral`), and known ones are written as conflicts of
/// that key: a join might be planned as a scan of all that these workspaces have, which is what PostgreSQL chooses
/// for tables that it has not analyzed yet.
record CallStore(IngestTransaction transaction, JsonMapper json) {

    private static final String LOCK = """
            select call.*
            from (select * from unnest(?::uuid[], ?::uuid[]) as wanted (workspace_id, call_id)
                  order by call_id) wanted
            cross join lateral (
              select workspace_id, id, direction, via, from_number, to_number, caller_name, number_id, contact_id,
                     recorded, ring_seconds, unanswered, forward_to, whisper, wrap_up_seconds, stage, status,
                     offered_to, declined_by, offered_at, ring_until, member_id, member_name, claim_epoch,
                     lease_until, conference_name, conference_sid, created_at, answered_at, ended_at, outcome,
                     end_reason, error_code, recording_paused, recording_url, price, price_unit, disposition,
                     notes, tags, wrap_up_until,
                     (select coalesce(nullif(contact.name, ''), nullif(contact.company, ''))
                      from contacts contact
                      where contact.workspace_id = call.workspace_id and contact.id = call.contact_id)
                       as contact_name
              from calls call
              where call.workspace_id = wanted.workspace_id and call.id = wanted.call_id
              for no key update of call) call""";

    /// After the locks: it sees what the one waited for has written.
    private static final String LEGS = """
            select leg.*
            from unnest(?::uuid[], ?::uuid[]) as wanted (workspace_id, call_id)
            cross join lateral (
              select call_id, id, kind, member_id, address, twilio_call_sid, status, sequence, epoch, in_room,
                     was_in_room, dial, ending, created_at, ringing_at, answered_at, ended_at, duration_seconds,
                     sip_code, error_code
              from call_legs leg
              where leg.workspace_id = wanted.workspace_id and leg.call_id = wanted.call_id
              offset 0) leg
            order by leg.created_at, leg.id""";

    record Found(CallState state, WriteUp writeUp) {}

    /// What one trip says of the calls that there are.
    static final class Reading {

        private record Row(Call call, WriteUp writeUp) {}

        private final List<Row> rows = new ArrayList<>();
        private final Map<UUID, List<Leg>> legs = new HashMap<>();

        /// Once the trip is over.
        List<Found> found() {
            return rows.stream()
                    .map(row -> new Found(
                            new CallState(
                                    row.call(), legs.getOrDefault(row.call().id(), List.of())),
                            row.writeUp()))
                    .toList();
        }
    }

    /// The calls of those that there are. Until the transaction ends nobody else decides about them.
    Reading lock(Trip trip, Collection<CallKey> wanted) {
        Reading reading = new Reading();
        UUID[] workspaces = wanted.stream().map(CallKey::workspaceId).toArray(UUID[]::new);
        UUID[] calls = wanted.stream().map(CallKey::callId).toArray(UUID[]::new);
        trip.ask(
                LOCK,
                row -> reading.rows.add(new Reading.Row(CallRow.read(row), WriteUp.read(row))),
                workspaces,
                calls);
        trip.ask(
                LEGS,
                row -> reading.legs
                        .computeIfAbsent(row.getObject("call_id", UUID.class), call -> new ArrayList<>())
                        .add(LegRow.read(row)),
                workspaces,
                calls);
        return reading;
    }

    /// The calls that ring in those workspaces, not locked yet.
    List<CallKey> ringing(Collection<UUID> workspaces) {
        return transaction
                .jdbc()
                .sql("""
                select workspace_id, id from calls
                where ended_at is null and stage = 'offered' and workspace_id = any (:workspaces::uuid[])""")
                .param("workspaces", workspaces.toArray(UUID[]::new))
                .query((row, index) ->
                        new CallKey(row.getObject("workspace_id", UUID.class), row.getObject("id", UUID.class)))
                .list();
    }

    /// New ones and those that are known. Should another node have begun the same call meanwhile, that shows at the
    /// event that began it: the log takes it once, and the round is heard again.
    void write(Trip trip, List<Map<String, @Nullable Object>> calls) {
        writeAll(trip, calls, """
                insert into calls
                  (workspace_id, id, twilio_call_sid, direction, via, from_number, to_number, caller_name, number_id,
                   contact_id, recorded, ring_seconds, unanswered, forward_to, whisper, wrap_up_seconds,
                   conference_name, created_at, stage, status, outcome, end_reason, error_code, member_id, member_name,
                   claim_epoch, lease_until, offered_to, declined_by, ring_until, conference_sid, offered_at,
                   answered_at, ended_at, duration_seconds, wait_seconds, wrap_up_until, updated_at)
                select workspace_id, id, twilio_call_sid, direction, via, from_number, to_number, caller_name, number_id,
                       contact_id, recorded, ring_seconds, unanswered, forward_to, whisper, wrap_up_seconds,
                       conference_name, created_at, stage, status, outcome, end_reason, error_code, member_id,
                       member_name, claim_epoch, lease_until, offered_to, declined_by, ring_until, conference_sid,
                       offered_at, answered_at, ended_at, duration_seconds, wait_seconds, wrap_up_until, updated_at
                from jsonb_to_recordset(?::jsonb) as row
                  (workspace_id uuid, id uuid, twilio_call_sid text, direction text, via text, from_number text,
                   to_number text, caller_name text, number_id uuid, contact_id uuid, recorded boolean,
                   ring_seconds integer, unanswered text, forward_to text, whisper boolean, wrap_up_seconds integer,
                   conference_name text, created_at timestamptz, stage text, status text, outcome text,
                   end_reason text, error_code integer, member_id uuid, member_name text, claim_epoch integer,
                   lease_until timestamptz, offered_to uuid[], declined_by uuid[], ring_until timestamptz,
                   conference_sid text, offered_at timestamptz, answered_at timestamptz, ended_at timestamptz,
                   duration_seconds integer, wait_seconds integer, wrap_up_until timestamptz, updated_at timestamptz)
                order by id
                on conflict (workspace_id, id) do update set
                  twilio_call_sid = excluded.twilio_call_sid, stage = excluded.stage, status = excluded.status,
                  outcome = excluded.outcome, end_reason = excluded.end_reason, error_code = excluded.error_code,
                  member_id = excluded.member_id, member_name = excluded.member_name,
                  claim_epoch = excluded.claim_epoch, lease_until = excluded.lease_until,
                  offered_to = excluded.offered_to, declined_by = excluded.declined_by,
                  ring_until = excluded.ring_until, conference_sid = excluded.conference_sid,
                  offered_at = excluded.offered_at, answered_at = excluded.answered_at, ended_at = excluded.ended_at,
                  duration_seconds = excluded.duration_seconds, wait_seconds = excluded.wait_seconds,
                  recording_paused = calls.recording_paused and excluded.ended_at is null,
                  wrap_up_until = coalesce(calls.wrap_up_until, excluded.wrap_up_until),
                  updated_at = excluded.updated_at""");
    }

    /// New ones and those that are known.
    void writeLegs(Trip trip, List<Map<String, @Nullable Object>> legs) {
        writeAll(trip, legs, """
                insert into call_legs
                  (workspace_id, call_id, id, kind, member_id, address, twilio_call_sid, status, sequence, epoch,
                   in_room, was_in_room, dial, ending, created_at, ringing_at, answered_at, ended_at, duration_seconds,
                   sip_code, error_code)
                select workspace_id, call_id, id, kind, member_id, address, twilio_call_sid, status, sequence, epoch,
                       in_room, was_in_room, dial, ending, created_at, ringing_at, answered_at, ended_at,
                       duration_seconds, sip_code, error_code
                from jsonb_to_recordset(?::jsonb) as row
                  (workspace_id uuid, call_id uuid, id uuid, kind text, member_id uuid, address text,
                   twilio_call_sid text, status text, sequence integer, epoch integer, in_room boolean,
                   was_in_room boolean, dial text, ending boolean, created_at timestamptz, ringing_at timestamptz,
                   answered_at timestamptz, ended_at timestamptz, duration_seconds integer, sip_code integer,
                   error_code integer)
                on conflict (workspace_id, call_id, id) do update set
                  twilio_call_sid = excluded.twilio_call_sid, status = excluded.status, sequence = excluded.sequence,
                  in_room = excluded.in_room, was_in_room = excluded.was_in_room, dial = excluded.dial,
                  ending = excluded.ending, ringing_at = excluded.ringing_at, answered_at = excluded.answered_at,
                  ended_at = excluded.ended_at, duration_seconds = excluded.duration_seconds,
                  sip_code = excluded.sip_code, error_code = excluded.error_code""");
    }

    private void writeAll(Trip trip, List<Map<String, @Nullable Object>> rows, String sql) {
        if (!rows.isEmpty()) {
            trip.tell(sql, written -> require(rows.size(), written), json.writeValueAsString(rows));
        }
    }

    private static void require(int rows, int written) {
        if (written != rows) {
            throw new IllegalStateException("of " + rows + " rows only " + written + " were written");
        }
    }
}
