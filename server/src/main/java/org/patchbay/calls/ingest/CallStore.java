package org.patchbay.calls.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Leg;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Calls and their legs in one transaction of the ingest. Rows are locked and written in the order of their
/// ids, so that nodes whose batches overlap wait for each other in a line and never in a circle.
record CallStore(JdbcClient jdbc, JsonMapper json) {

    record Found(CallState state, WriteUp writeUp) {}

    /// The calls of those that there are. Until the transaction ends nobody else decides about them.
    List<Found> lock(Collection<CallKey> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        record Row(Call call, WriteUp writeUp) {}
        List<Row> rows = jdbc.sql("""
                select call.workspace_id, call.id, direction, via, from_number, to_number, caller_name, number_id,
                       contact_id, recorded, ring_seconds, unanswered, forward_to, whisper, wrap_up_seconds, stage, status, offered_to,
                       declined_by, offered_at, ring_until, member_id, member_name, claim_epoch, lease_until,
                       conference_name, conference_sid, created_at, answered_at, ended_at, outcome, end_reason,
                       error_code, recording_paused, recording_url, price, price_unit, disposition, notes, tags,
                       wrap_up_until,
                       (select coalesce(nullif(contact.name, ''), nullif(contact.company, '')) from contacts contact
                        where contact.workspace_id = call.workspace_id and contact.id = call.contact_id)
                         as contact_name
                from jsonb_to_recordset(:wanted::jsonb) as wanted ("workspaceId" uuid, "callId" uuid)
                join calls call on call.workspace_id = wanted."workspaceId" and call.id = wanted."callId"
                order by call.id
                for no key update of call""")
                .param("wanted", json.writeValueAsString(wanted))
                .query((row, index) -> new Row(CallRow.read(row), WriteUp.read(row)))
                .list();
        Map<UUID, List<Leg>> legs = legs(rows.stream().map(Row::call).toList());
        return rows.stream()
                .map(row -> new Found(
                        new CallState(row.call(), legs.getOrDefault(row.call().id(), List.of())), row.writeUp()))
                .toList();
    }

    /// A statement of its own, after the locks: it sees what the one waited for has written.
    private Map<UUID, List<Leg>> legs(List<Call> calls) {
        if (calls.isEmpty()) {
            return Map.of();
        }
        List<CallKey> keys = calls.stream()
                .map(call -> new CallKey(call.workspaceId(), call.id()))
                .toList();
        record OfCall(UUID callId, Leg leg) {}
        return jdbc
                .sql("""
                select leg.call_id, leg.id, kind, member_id, address, twilio_call_sid, status, sequence, epoch, in_room,
                       was_in_room, dial, ending, created_at, ringing_at, answered_at, ended_at, duration_seconds, sip_code,
                       error_code
                from jsonb_to_recordset(:calls::jsonb) as wanted ("workspaceId" uuid, "callId" uuid)
                join call_legs leg on leg.workspace_id = wanted."workspaceId" and leg.call_id = wanted."callId"
                order by leg.created_at, leg.id""")
                .param("calls", json.writeValueAsString(keys))
                .query((row, index) -> new OfCall(row.getObject("call_id", UUID.class), LegRow.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfCall::callId, HashMap::new, Collectors.mapping(OfCall::leg, Collectors.toList())));
    }

    /// The calls that ring in those workspaces, not locked yet.
    List<CallKey> ringing(Collection<UUID> workspaces) {
        return jdbc.sql("""
                select workspace_id, id from calls
                where ended_at is null and stage = 'offered'
                  and workspace_id in (select value::uuid from jsonb_array_elements_text(:workspaces::jsonb))""")
                .param("workspaces", json.writeValueAsString(workspaces))
                .query((row, index) ->
                        new CallKey(row.getObject("workspace_id", UUID.class), row.getObject("id", UUID.class)))
                .list();
    }

    void insert(List<Map<String, @Nullable Object>> calls) {
        writeAll(calls, """
                insert into calls
                  (workspace_id, id, twilio_call_sid, direction, via, from_number, to_number, caller_name, number_id,
                   contact_id, recorded, ring_seconds, unanswered, forward_to, whisper, wrap_up_seconds, conference_name,
                   created_at, stage, status, outcome, end_reason, error_code, member_id, member_name, claim_epoch, lease_until,
                   offered_to, declined_by, ring_until, conference_sid, offered_at, answered_at, ended_at,
                   duration_seconds, wait_seconds, updated_at)
                select workspace_id, id, twilio_call_sid, direction, via, from_number, to_number, caller_name, number_id,
                       contact_id, recorded, ring_seconds, unanswered, forward_to, whisper, wrap_up_seconds, conference_name,
                       created_at, stage, status, outcome, end_reason, error_code, member_id, member_name, claim_epoch, lease_until,
                       offered_to, declined_by, ring_until, conference_sid, offered_at, answered_at, ended_at,
                       duration_seconds, wait_seconds, updated_at
                from jsonb_to_recordset(:rows::jsonb) as row
                  (workspace_id uuid, id uuid, twilio_call_sid text, direction text, via text, from_number text,
                   to_number text, caller_name text, number_id uuid, contact_id uuid, recorded boolean,
                   ring_seconds integer, unanswered text, forward_to text, whisper boolean, wrap_up_seconds integer,
                   conference_name text,
                   created_at timestamptz, stage text, status text, outcome text, end_reason text, error_code integer,
                   member_id uuid, member_name text, claim_epoch integer, lease_until timestamptz, offered_to uuid[],
                   declined_by uuid[], ring_until timestamptz, conference_sid text, offered_at timestamptz,
                   answered_at timestamptz, ended_at timestamptz, duration_seconds integer, wait_seconds integer,
                   updated_at timestamptz)
                order by id""");
    }

    void update(List<Map<String, @Nullable Object>> calls) {
        writeAll(calls, """
                update calls call set
                  twilio_call_sid = row.twilio_call_sid, stage = row.stage, status = row.status, outcome = row.outcome,
                  end_reason = row.end_reason, error_code = row.error_code, member_id = row.member_id,
                  member_name = row.member_name, claim_epoch = row.claim_epoch, lease_until = row.lease_until,
                  offered_to = row.offered_to, declined_by = row.declined_by, ring_until = row.ring_until,
                  conference_sid = row.conference_sid, offered_at = row.offered_at, answered_at = row.answered_at,
                  ended_at = row.ended_at, duration_seconds = row.duration_seconds, wait_seconds = row.wait_seconds,
                  recording_paused = call.recording_paused and row.ended_at is null,
                  wrap_up_until = coalesce(call.wrap_up_until, row.wrap_up_until), updated_at = row.updated_at
                from jsonb_to_recordset(:rows::jsonb) as row
                  (workspace_id uuid, id uuid, twilio_call_sid text, stage text, status text, outcome text,
                   end_reason text, error_code integer, member_id uuid, member_name text, claim_epoch integer,
                   lease_until timestamptz, offered_to uuid[], declined_by uuid[], ring_until timestamptz,
                   conference_sid text, offered_at timestamptz, answered_at timestamptz, ended_at timestamptz,
                   duration_seconds integer, wait_seconds integer, wrap_up_until timestamptz,
                   updated_at timestamptz)
                where call.workspace_id = row.workspace_id and call.id = row.id""");
    }

    void insertLegs(List<Map<String, @Nullable Object>> legs) {
        writeAll(legs, """
                insert into call_legs
                  (workspace_id, call_id, id, kind, member_id, address, twilio_call_sid, status, sequence, epoch, in_room,
                   was_in_room, dial, ending, created_at, ringing_at, answered_at, ended_at, duration_seconds, sip_code, error_code)
                select workspace_id, call_id, id, kind, member_id, address, twilio_call_sid, status, sequence, epoch,
                       in_room, was_in_room, dial, ending, created_at, ringing_at, answered_at, ended_at, duration_seconds, sip_code,
                       error_code
                from jsonb_to_recordset(:rows::jsonb) as row
                  (workspace_id uuid, call_id uuid, id uuid, kind text, member_id uuid, address text,
                   twilio_call_sid text, status text, sequence integer, epoch integer, in_room boolean, was_in_room boolean, dial text,
                   ending boolean, created_at timestamptz, ringing_at timestamptz, answered_at timestamptz,
                   ended_at timestamptz, duration_seconds integer, sip_code integer, error_code integer)""");
    }

    void updateLegs(List<Map<String, @Nullable Object>> legs) {
        writeAll(legs, """
                update call_legs leg set
                  twilio_call_sid = row.twilio_call_sid, status = row.status, sequence = row.sequence,
                  in_room = row.in_room, was_in_room = row.was_in_room, dial = row.dial, ending = row.ending, ringing_at = row.ringing_at,
                  answered_at = row.answered_at, ended_at = row.ended_at, duration_seconds = row.duration_seconds,
                  sip_code = row.sip_code, error_code = row.error_code
                from jsonb_to_recordset(:rows::jsonb) as row
                  (workspace_id uuid, call_id uuid, id uuid, twilio_call_sid text, status text, sequence integer,
                   in_room boolean, was_in_room boolean, dial text, ending boolean, ringing_at timestamptz, answered_at timestamptz,
                   ended_at timestamptz, duration_seconds integer, sip_code integer, error_code integer)
                where leg.workspace_id = row.workspace_id and leg.call_id = row.call_id and leg.id = row.id""");
    }

    private void writeAll(List<Map<String, @Nullable Object>> rows, String sql) {
        if (rows.isEmpty()) {
            return;
        }
        int written = jdbc.sql(sql).param("rows", json.writeValueAsString(rows)).update();
        if (written != rows.size()) {
            throw new IllegalStateException("of " + rows.size() + " rows only " + written + " were written");
        }
    }
}
