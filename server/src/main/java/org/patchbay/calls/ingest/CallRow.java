package org.patchbay.calls.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.CallStatus;
import org.patchbay.calls.machine.Direction;
import org.patchbay.calls.machine.EndReason;
import org.patchbay.calls.machine.Leg;
import org.patchbay.calls.machine.Outcome;
import org.patchbay.calls.machine.Stage;
import org.patchbay.calls.machine.Unanswered;
import org.patchbay.calls.machine.Via;

/// A [Call] and its row of `calls`, both ways.
final class CallRow {

    private CallRow() {}

    static Call read(ResultSet result) throws SQLException {
        Columns row = new Columns(result);
        return new Call(
                row.id("id"),
                row.id("workspace_id"),
                Direction.of(row.text("direction")),
                Via.of(row.text("via")),
                new Call.Parties(
                        row.text("from_number"),
                        row.text("to_number"),
                        row.textOrNull("caller_name"),
                        row.idOrNull("number_id"),
                        row.idOrNull("contact_id")),
                new Call.Terms(
                        row.flag("recorded"),
                        Duration.ofSeconds(row.number("ring_seconds")),
                        Unanswered.of(row.text("unanswered")),
                        row.textOrNull("forward_to"),
                        row.flag("whisper"),
                        Duration.ofSeconds(row.number("wrap_up_seconds"))),
                Stage.of(row.text("stage")),
                CallStatus.of(row.text("status")),
                new Call.Offer(
                        row.ids("offered_to"),
                        row.ids("declined_by"),
                        row.instantOrNull("offered_at"),
                        row.instantOrNull("ring_until")),
                new Call.Claim(
                        row.idOrNull("member_id"),
                        row.textOrNull("member_name"),
                        row.number("claim_epoch"),
                        row.instantOrNull("lease_until")),
                new Call.Room(row.textOrNull("conference_name"), row.textOrNull("conference_sid")),
                new Call.Times(
                        row.instant("created_at"),
                        row.instantOrNull("offered_at"),
                        row.instantOrNull("answered_at"),
                        row.instantOrNull("ended_at")),
                ending(row));
    }

    private static Call.@Nullable Ending ending(Columns row) throws SQLException {
        String outcome = row.textOrNull("outcome");
        return outcome == null
                ? null
                : new Call.Ending(
                        Outcome.of(outcome), EndReason.of(row.text("end_reason")), row.numberOrNull("error_code"));
    }

    /// @return by column; those that follow from others included
    static Map<String, @Nullable Object> of(CallState state, Instant now) {
        Call call = state.call();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("workspace_id", call.workspaceId());
        row.put("id", call.id());
        row.put("twilio_call_sid", state.customer().map(Leg::sid).orElse(null));
        row.put("direction", call.direction().code());
        row.put("via", call.via().code());
        row.put("from_number", call.parties().from());
        row.put("to_number", call.parties().to());
        row.put("caller_name", call.parties().callerName());
        row.put("number_id", call.parties().numberId());
        row.put("contact_id", call.parties().contactId());
        row.put("recorded", call.terms().recorded());
        row.put("ring_seconds", call.terms().ring().toSeconds());
        row.put("unanswered", call.terms().unanswered().code());
        row.put("forward_to", call.terms().forwardTo());
        row.put("whisper", call.terms().whisper());
        row.put("wrap_up_seconds", call.terms().wrapUp().toSeconds());
        row.put("conference_name", call.room().name());
        row.put("created_at", call.times().created());
        putDecided(row, call);
        row.put("updated_at", now);
        return row;
    }

    private static void putDecided(Map<String, @Nullable Object> row, Call call) {
        Call.Ending ending = call.ending();
        row.put("stage", call.stage().code());
        row.put("status", call.status().code());
        row.put("outcome", ending == null ? null : ending.outcome().code());
        row.put("end_reason", ending == null ? null : ending.reason().code());
        row.put("error_code", ending == null ? null : ending.errorCode());
        row.put("member_id", call.claim().memberId());
        row.put("member_name", call.claim().memberName());
        row.put("claim_epoch", call.claim().epoch());
        row.put("lease_until", call.claim().leaseUntil());
        row.put("offered_to", call.offer().to().stream().sorted().toList());
        row.put("declined_by", call.offer().declined().stream().sorted().toList());
        row.put("ring_until", call.offer().until());
        row.put("conference_sid", call.room().sid());
        row.put("offered_at", call.times().offered());
        row.put("answered_at", call.times().answered());
        row.put("ended_at", call.times().ended());
        row.put("duration_seconds", Lengths.talked(call));
        row.put("wait_seconds", Lengths.waited(call));
        row.put("wrap_up_until", Lengths.writtenUp(call));
    }
}
