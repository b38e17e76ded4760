package org.patchbay.calls.acting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.patchbay.calls.RecordedBy;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.RecordingStatus;
import org.patchbay.calls.ingest.Source;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.twilio.AccountRecordings.RecordingSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Recordings whose callback was lost: Twilio is asked for them some moments after their call's end. And those
/// that a desk shows as paused although somebody else has let them go on.
@Component
class MissedRecordings {

    /// As many as one workspace makes in the time that is looked back upon, but for very large ones.
    private static final int MOST = 5_000;

    /// What Twilio lists is some moments old.
    private static final Duration MOMENTS = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final TwilioLines twilio;
    private final Findings findings;
    private final Clock clock;

    MissedRecordings(JdbcClient jdbc, Transactions transactions, TwilioLines twilio, Findings findings, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.twilio = twilio;
        this.findings = findings;
        this.clock = clock;
    }

    /// A call of which something about its recording may not have been heard.
    private record Unheard(UUID id, RecordedBy by, Instant created, boolean over) {

        /// Of a call that is over only what is final, or nearly so, is news; of one that goes on, that its
        /// recording does too.
        boolean isNews(RecordingStatus status) {
            return over ? !status.isLive() : status == RecordingStatus.IN_PROGRESS;
        }
    }

    /// @param back how long ago their calls ended at most
    List<UUID> workspaces(Duration back) {
        return Tenancy.globally(() -> transactions.read(() -> jdbc.sql(
                        "select lookup_workspaces_with_recordings_to_find(:moment, make_interval(secs => :back))")
                .param("moment", Timestamp.from(clock.instant()))
                .param("back", back.toSeconds())
                .query(UUID.class)
                .list()));
    }

    /// In the bound workspace.
    ///
    /// @param back how long ago their calls ended at most
    void look(Duration back) {
        List<Unheard> calls = unheard(back);
        calls.stream().map(Unheard::created).min(Comparator.naturalOrder()).ifPresent(since -> {
            for (RecordingSeen seen : twilio.recordings().createdSince(since, MOST)) {
                calls.stream()
                        .filter(call -> call.by().has(seen.of()))
                        .findFirst()
                        .ifPresent(call -> tell(call, seen));
            }
        });
    }

    /// Like the callback, and by its key: whichever comes second says nothing new.
    private void tell(Unheard call, RecordingSeen seen) {
        RecordingStatus.of(seen.status() == null ? "" : seen.status())
                .filter(call::isNews)
                .ifPresent(status -> findings.tell(
                        Source.RECONCILIATION,
                        new Matter.RecordingReported(
                                new Matter.Where.Id(call.id()),
                                seen.sid(),
                                seen.conferenceSid(),
                                status,
                                seen.source() == null ? "" : seen.source(),
                                seen.channels(),
                                seen.durationSeconds(),
                                seen.started()),
                        null,
                        status.isLive() ? Ids.next() : DedupeKey.of("recording", seen.sid(), status.code()),
                        "recording." + status.code(),
                        Map.of("request", "recordings.list", "RecordingSid", seen.sid())));
    }

    private List<Unheard> unheard(Duration back) {
        Instant now = clock.instant();
        return transactions.read(() -> jdbc.sql("""
                select id, twilio_call_sid, conference_sid, created_at, ended_at from calls
                where workspace_id = :workspace and ended_at is null and recording_paused
                  and not exists (select from recordings paused
                                  where paused.workspace_id = calls.workspace_id and paused.call_id = calls.id
                                    and paused.status = 'paused' and paused.updated_at > :settled)
                union all
                select id, twilio_call_sid, conference_sid, created_at, ended_at from calls
                where workspace_id = :workspace and recorded and answered_at is not null and recording_url is null
                  and recording_is_missed(ended_at, :moment, make_interval(secs => :back))
                  and not exists (select from recordings known
                                  where known.workspace_id = calls.workspace_id and known.call_id = calls.id
                                    and known.status in ('completed', 'absent', 'failed', 'deleted'))""")
                .param("workspace", Tenancy.workspaceId())
                .param("moment", Timestamp.from(now))
                .param("back", back.toSeconds())
                .param("settled", Timestamp.from(now.minus(MOMENTS)))
                .query((row, index) -> read(row))
                .list());
    }

    private static Unheard read(ResultSet row) throws SQLException {
        return new Unheard(
                row.getObject("id", UUID.class),
                new RecordedBy(row.getString("twilio_call_sid"), row.getString("conference_sid")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("ended_at") != null);
    }
}
