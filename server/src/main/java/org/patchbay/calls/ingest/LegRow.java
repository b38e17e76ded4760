package org.patchbay.calls.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Dial;
import org.patchbay.calls.machine.Leg;
import org.patchbay.calls.machine.LegKind;
import org.patchbay.calls.machine.LegStatus;

/// A [Leg] and its row of `call_legs`, both ways.
final class LegRow {

    private LegRow() {}

    static Leg read(ResultSet result) throws SQLException {
        Columns row = new Columns(result);
        return new Leg(
                row.id("id"),
                LegKind.of(row.text("kind")),
                row.idOrNull("member_id"),
                row.text("address"),
                row.textOrNull("twilio_call_sid"),
                LegStatus.of(row.text("status")).orElseThrow(),
                row.number("sequence"),
                row.number("epoch"),
                row.flag("in_room"),
                row.flag("was_in_room"),
                Dial.of(row.text("dial")),
                row.flag("ending"),
                new Leg.Times(
                        row.instant("created_at"),
                        row.instantOrNull("ringing_at"),
                        row.instantOrNull("answered_at"),
                        row.instantOrNull("ended_at")),
                row.numberOrNull("duration_seconds"),
                row.numberOrNull("sip_code"),
                row.numberOrNull("error_code"));
    }

    /// @return by column
    static Map<String, @Nullable Object> of(CallKey call, Leg leg) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("workspace_id", call.workspaceId());
        row.put("call_id", call.callId());
        row.put("id", leg.id());
        row.put("kind", leg.kind().code());
        row.put("member_id", leg.memberId());
        row.put("address", leg.address());
        row.put("twilio_call_sid", leg.sid());
        row.put("status", leg.status().code());
        row.put("sequence", leg.sequence());
        row.put("epoch", leg.epoch());
        row.put("in_room", leg.inRoom());
        row.put("was_in_room", leg.wasInRoom());
        row.put("dial", leg.dial().code());
        row.put("ending", leg.ending());
        row.put("created_at", leg.times().created());
        row.put("ringing_at", leg.times().ringing());
        row.put("answered_at", leg.times().answered());
        row.put("ended_at", leg.times().ended());
        row.put("duration_seconds", leg.durationSeconds());
        row.put("sip_code", leg.sipCode());
        row.put("error_code", leg.errorCode());
        return row;
    }
}
