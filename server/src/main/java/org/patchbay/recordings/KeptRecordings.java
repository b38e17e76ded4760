package org.patchbay.recordings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The bound workspace's recordings.
@Component
class KeptRecordings {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    KeptRecordings(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// @param sid Twilio's
    record Kept(UUID id, String sid, UUID callId, String status) {

        boolean isDeleted() {
            return status.equals("deleted");
        }
    }

    Optional<Kept> find(UUID id) {
        return transactions.read(() -> jdbc.sql("""
                select id, twilio_recording_sid, call_id, status from recordings
                where workspace_id = :workspace and id = :id""")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .query((row, index) -> read(row))
                .optional());
    }

    /// Those that were made before that moment; which were not looked at for longest first.
    List<Kept> before(Instant moment, int most) {
        return transactions.read(() -> jdbc.sql("""
                select id, twilio_recording_sid, call_id, status from recordings
                where workspace_id = :workspace and status <> 'deleted' and created_at < :moment
                order by updated_at limit :most""")
                .param("workspace", Tenancy.workspaceId())
                .param("moment", Timestamp.from(moment))
                .param("most", most)
                .query((row, index) -> read(row))
                .list());
    }

    /// Lets the others go first the next time.
    void putBack(Kept recording, Instant now) {
        transactions.write(() -> jdbc.sql("""
                update recordings set updated_at = :now where workspace_id = :workspace and id = :id""")
                .param("workspace", Tenancy.workspaceId())
                .param("id", recording.id())
                .param("now", Timestamp.from(now))
                .update());
    }

    /// Of a call that is not kept any more.
    void deleted(Kept recording) {
        transactions.write(() -> jdbc.sql("""
                update recordings set status = 'deleted', updated_at = now()
                where workspace_id = :workspace and id = :id""")
                .param("workspace", Tenancy.workspaceId())
                .param("id", recording.id())
                .update());
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("twilio_recording_sid"),
                row.getObject("call_id", UUID.class),
                row.getString("status"));
    }
}
