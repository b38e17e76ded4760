package org.patchbay.calls;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of `calls` as [CallView]s.
public final class CallRows {

    /// What is selected of `calls` for [#read]. What a contact is called is looked up, so that a rename shows.
    public static final String COLUMNS = """
            id, direction, via, stage, status, outcome, end_reason, error_code, from_number, to_number, caller_name,
            number_id, contact_id, member_id, member_name, claim_epoch, offered_to, declined_by, ring_until,
            conference_name, recorded, recording_paused, recording_url, wrap_up_until, created_at, offered_at, answered_at,
            ended_at, duration_seconds, wait_seconds, price, price_unit, disposition, notes, tags,
            (select coalesce(nullif(contact.name, ''), nullif(contact.company, '')) from contacts contact
             where contact.workspace_id = calls.workspace_id and contact.id = calls.contact_id) as contact_name""";

    private CallRows() {}

    public static CallView read(ResultSet row, int index) throws SQLException {
        return new CallView(
                row.getObject("id", UUID.class),
                row.getString("direction"),
                row.getString("via"),
                row.getString("stage"),
                row.getString("status"),
                row.getString("outcome"),
                row.getString("end_reason"),
                row.getObject("error_code", Integer.class),
                row.getString("from_number"),
                row.getString("to_number"),
                row.getString("caller_name"),
                row.getObject("number_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("contact_name"),
                row.getObject("member_id", UUID.class),
                row.getString("member_name"),
                row.getInt("claim_epoch"),
                List.of((UUID[]) array(row, "offered_to")),
                List.of((UUID[]) array(row, "declined_by")),
                instant(row, "ring_until"),
                row.getString("conference_name"),
                row.getBoolean("recorded"),
                row.getBoolean("recording_paused"),
                row.getString("recording_url"),
                instant(row, "wrap_up_until"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "offered_at"),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.getObject("duration_seconds", Integer.class),
                row.getObject("wait_seconds", Integer.class),
                row.getBigDecimal("price"),
                row.getString("price_unit"),
                row.getString("disposition"),
                row.getString("notes"),
                List.of((String[]) array(row, "tags")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
