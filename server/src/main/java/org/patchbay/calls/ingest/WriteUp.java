package org.patchbay.calls.ingest;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallView;
import org.patchbay.calls.machine.Call;

/// What people and jobs write at a call, what its recordings say, and what its contact is called. Nothing is decided
/// by it, but desks are shown it.
record WriteUp(
        boolean recordingPaused,
        @Nullable String recordingUrl,
        @Nullable BigDecimal price,
        @Nullable String priceUnit,
        @Nullable String disposition,
        String notes,
        List<String> tags,
        @Nullable Instant wrapUpUntil,
        @Nullable String contactName) {

    static final WriteUp NONE = called(null);

    static WriteUp read(ResultSet row) throws SQLException {
        Array tags = row.getArray("tags");
        return new WriteUp(
                row.getBoolean("recording_paused"),
                row.getString("recording_url"),
                row.getBigDecimal("price"),
                row.getString("price_unit"),
                row.getString("disposition"),
                row.getString("notes"),
                List.of((String[]) tags.getArray()),
                new Columns(row).instantOrNull("wrap_up_until"),
                row.getString("contact_name"));
    }

    /// Of a call that begins.
    static WriteUp called(@Nullable String contactName) {
        return new WriteUp(false, null, null, null, null, "", List.of(), null, contactName);
    }

    /// @param paused whether what is said at the moment is left out of a recording
    WriteUp recorded(boolean paused, @Nullable String url) {
        return new WriteUp(paused, url, price, priceUnit, disposition, notes, tags, wrapUpUntil, contactName);
    }

    /// The call as desks are shown it.
    CallView with(Call call) {
        Call.Ending ending = call.ending();
        return new CallView(
                call.id(),
                call.direction().code(),
                call.via().code(),
                call.stage().code(),
                call.status().code(),
                ending == null ? null : ending.outcome().code(),
                ending == null ? null : ending.reason().code(),
                ending == null ? null : ending.errorCode(),
                call.parties().from(),
                call.parties().to(),
                call.parties().callerName(),
                call.parties().numberId(),
                call.parties().contactId(),
                contactName,
                call.claim().memberId(),
                call.claim().memberName(),
                call.claim().epoch(),
                call.offer().to().stream().sorted().toList(),
                call.offer().declined().stream().sorted().toList(),
                call.offer().until(),
                call.room().name(),
                call.terms().recorded(),
                recordingPaused && !call.isOver(),
                recordingUrl,
                wrapUpUntil == null ? Lengths.writtenUp(call) : wrapUpUntil,
                call.times().created(),
                call.times().offered(),
                call.times().answered(),
                call.times().ended(),
                Lengths.talked(call),
                Lengths.waited(call),
                price,
                priceUnit,
                disposition,
                notes,
                tags);
    }
}
