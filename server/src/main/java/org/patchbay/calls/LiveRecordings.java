package org.patchbay.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.twilio.AccountRecordings;
import org.patchbay.twilio.AccountRecordings.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the bound workspace's calls are recorded by while they go on.
@Component
class LiveRecordings {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    LiveRecordings(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// @param sid or [AccountRecordings#CURRENT] where its callback has not come yet, or never will
    record Live(Recorded of, String sid) {

        boolean isKnown() {
            return !sid.equals(AccountRecordings.CURRENT);
        }
    }

    /// @return empty where there is nothing yet that could be recorded
    Optional<Live> of(UUID callId) {
        return transactions.read(() -> jdbc.sql("""
                select call.twilio_call_sid, call.conference_sid, live.twilio_recording_sid,
                       live.conference_sid as recorded_room,
                       exists (select from call_legs phone
                               where phone.workspace_id = call.workspace_id and phone.call_id = call.id
                                 and phone.kind = 'third-party') as forwarded
                from calls call
                left join recordings live on live.workspace_id = call.workspace_id and live.call_id = call.id
                  and live.status in ('in-progress', 'paused')
                where call.workspace_id = :workspace and call.id = :call
                order by live.id desc nulls last limit 1""")
                .param("workspace", Tenancy.workspaceId())
                .param("call", callId)
                .query((row, index) -> read(row))
                .optional()
                .flatMap(live -> live));
    }

    /// Where the recording has told of itself, that says what it is of.
    private static Optional<Live> read(ResultSet row) throws SQLException {
        String sid = row.getString("twilio_recording_sid");
        boolean inRoom = sid == null ? !row.getBoolean("forwarded") : row.getString("recorded_room") != null;
        String room = row.getString(sid == null ? "conference_sid" : "recorded_room");
        return new RecordedBy(row.getString("twilio_call_sid"), room)
                .now(inRoom)
                .map(of -> new Live(of, sid == null ? AccountRecordings.CURRENT : sid));
    }
}
