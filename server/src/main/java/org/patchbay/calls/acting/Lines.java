package org.patchbay.calls.acting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.Dial;
import org.patchbay.calls.machine.LegKind;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has to be known of the bound workspace's legs to do something about them at Twilio.
@Component
class Lines {

    private static final String SELECT = """
            select leg.*, calls.from_number, calls.twilio_call_sid as customer_sid, calls.conference_name,
                   calls.claim_epoch, calls.ended_at as call_ended_at
            from call_legs leg join calls on calls.workspace_id = leg.workspace_id and calls.id = leg.call_id
            where leg.workspace_id = :workspace
            """;

    /// A leg that is being told why its call ended hangs up by itself.
    private static final Duration TO_HANG_UP = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Lines(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// A leg.
    ///
    /// @param address what is rung
    /// @param from what it is rung from: one of our numbers
    /// @param customerSid of the call's customer, which is the parent of a phone that it goes on to
    /// @param room the conference's name
    /// @param epoch of the call's claim
    record Line(
            UUID callId,
            UUID legId,
            LegKind kind,
            String address,
            String from,
            @Nullable String sid,
            LegStatus status,
            Dial dial,
            boolean inRoom,
            @Nullable String customerSid,
            @Nullable String room,
            int epoch,
            Instant since,
            @Nullable Instant callEnded) {

        boolean over() {
            return status.isOver();
        }

        boolean callOver() {
            return callEnded != null;
        }

        /// Whether Twilio rings it by itself, and we have not heard as which call.
        boolean isUnheardPhone() {
            return sid == null && dial == Dial.NONE && kind == LegKind.THIRD_PARTY;
        }

        boolean isSettled(Instant now) {
            return callEnded != null && callEnded.plus(TO_HANG_UP).isBefore(now);
        }
    }

    /// A call with legs that are not over.
    record OpenCall(UUID callId, @Nullable String room, int epoch, boolean over, List<Line> legs) {

        private static OpenCall of(List<Line> legs) {
            Line any = legs.getFirst();
            return new OpenCall(any.callId(), any.room(), any.epoch(), any.callOver(), legs);
        }

        boolean hasUnheardPhone() {
            return legs.stream().anyMatch(Line::isUnheardPhone);
        }
    }

    Optional<Line> find(UUID callId, UUID legId) {
        return transactions.read(() -> jdbc.sql(SELECT + " and leg.call_id = :call and leg.id = :leg")
                .param("workspace", Tenancy.workspaceId())
                .param("call", callId)
                .param("leg", legId)
                .query(Lines::read)
                .optional());
    }

    /// Calls with legs that are not over, as far as we know: of calls that go on, and of calls that ended
    /// within a day.
    ///
    /// @param before those that began before that
    List<OpenCall> open(Instant before) {
        List<Line> all = transactions.read(() -> jdbc.sql(SELECT + """
                  and leg.ended_at is null and leg.created_at < :before
                  and (calls.ended_at is null or calls.ended_at > cast(:before as timestamptz) - interval '1 day')
                order by leg.call_id, leg.id""")
                .param("workspace", Tenancy.workspaceId())
                .param("before", Timestamp.from(before))
                .query(Lines::read)
                .list());
        Map<UUID, List<Line>> byCall =
                all.stream().collect(Collectors.groupingBy(Line::callId, LinkedHashMap::new, Collectors.toList()));
        return byCall.values().stream().map(OpenCall::of).toList();
    }

    /// Workspaces with calls that are not over.
    List<UUID> workspaces() {
        return Tenancy.globally(() -> transactions.read(() -> jdbc.sql("select lookup_workspaces_with_open_legs()")
                .query(UUID.class)
                .list()));
    }

    /// The conference's name; empty where there is no such call.
    Optional<String> room(UUID callId) {
        return transactions.read(() -> jdbc.sql("""
                select conference_name from calls
                where workspace_id = :workspace and id = :call and conference_name is not null""")
                .param("workspace", Tenancy.workspaceId())
                .param("call", callId)
                .query(String.class)
                .optional());
    }

    /// Whether that Twilio call belongs to a call of ours already.
    boolean isKnown(String sid) {
        return transactions.read(() -> jdbc.sql("select 1 from call_sids where twilio_call_sid = :sid")
                .param("sid", sid)
                .query(Integer.class)
                .optional()
                .isPresent());
    }

    private static Line read(ResultSet row, int index) throws SQLException {
        Timestamp ended = row.getTimestamp("call_ended_at");
        return new Line(
                row.getObject("call_id", UUID.class),
                row.getObject("id", UUID.class),
                LegKind.of(row.getString("kind")),
                row.getString("address"),
                row.getString("from_number"),
                row.getString("twilio_call_sid"),
                LegStatus.of(row.getString("status")).orElse(LegStatus.QUEUED),
                Dial.of(row.getString("dial")),
                row.getBoolean("in_room"),
                row.getString("customer_sid"),
                row.getString("conference_name"),
                row.getInt("claim_epoch"),
                row.getTimestamp("created_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
