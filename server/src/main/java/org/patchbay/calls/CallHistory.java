package org.patchbay.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallDetail.Leg;
import org.patchbay.calls.CallDetail.Moment;
import org.patchbay.calls.CallDetail.Recording;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.CountedPage;
import org.patchbay.kernel.Cursor;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The bound workspace's calls, for reading.
@Component
public class CallHistory {

    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    /// Ids begin with the time at which a call was made: bounds of time are bounds of ids, by which whole
    /// partitions are left out.
    private static final String WHICH = """
             from calls
            where workspace_id = :workspace
              and (cast(:lowest as uuid) is null or id >= :lowest)
              and (cast(:highest as uuid) is null or id < :highest)
              and (cast(:number as uuid) is null or number_id = :number)
              and (cast(:member as uuid) is null or member_id = :member)
              and (cast(:contact as uuid) is null or contact_id = :contact)
              and (cast(:customer as text) is null or customer_number = :customer)
              and (cast(:direction as text) is null or direction = :direction)
              and (cast(:outcome as text) is null or outcome = :outcome)
              and (not :live or ended_at is null)
              and (cast(:text as text) is null
                   or customer_number like '%' || :text || '%' or caller_name ilike '%' || :text || '%'
                   or member_name ilike '%' || :text || '%' or notes ilike '%' || :text || '%'
                   or array_to_string(tags, ' ') ilike '%' || :text || '%'
                   or contact_id in (select contact.id from contacts contact
                                     where contact.workspace_id = :workspace
                                       and (contact.name ilike '%' || :text || '%'
                                            or contact.company ilike '%' || :text || '%')))""";

    private static final String SELECT = "select " + CallRows.COLUMNS + WHICH + """

              and (cast(:before as uuid) is null or id < :before)
            order by id desc""";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JsonMapper json;

    CallHistory(JdbcClient jdbc, Transactions transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    /// Newest first.
    ///
    /// @param limit 1 to 200
    public CountedPage<CallView> page(CallFilter filter, @Nullable String cursor, int limit) {
        UUID before = Cursor.decodeId(cursor).orElse(null);
        return transactions.read(() -> {
            List<CallView> rows = select(filter, before, " limit " + (limit + 1))
                    .query(CallRows::read)
                    .list();
            Page<CallView> page = Page.of(rows, limit, call -> List.of(call.id().toString()));
            return CountedPage.of(page, cursor == null ? count(filter) : null);
        });
    }

    private long count(CallFilter filter) {
        return filtered("select count(*)" + WHICH, filter).query(Long.class).single();
    }

    /// Newest first, one after the other: they need not fit into memory.
    public void each(CallFilter filter, Consumer<CallView> visitor) {
        transactions.read(() -> {
            try (Stream<CallView> calls = select(filter, null, "").withFetchSize(500).query(CallRows::read).stream()) {
                calls.forEach(visitor);
            }
            return true;
        });
    }

    /// @throws org.patchbay.kernel.Problem 404 if there is no such call here
    public CallView get(UUID callId) {
        return transactions.read(() -> require(callId));
    }

    public Optional<CallView> find(UUID callId) {
        return transactions.read(() -> one(callId));
    }

    public CallDetail detail(UUID callId) {
        return transactions.read(
                () -> new CallDetail(require(callId), legs(callId), recordings(callId), moments(callId)));
    }

    public CallInspection inspect(UUID callId) {
        return transactions.read(() -> new CallInspection(require(callId), legs(callId), entries(callId)));
    }

    private JdbcClient.StatementSpec select(CallFilter filter, @Nullable UUID before, String limit) {
        return filtered(SELECT + limit, filter).param("before", before);
    }

    private JdbcClient.StatementSpec filtered(String sql, CallFilter filter) {
        return jdbc.sql(sql)
                .param("workspace", Tenancy.workspaceId())
                .param("lowest", filter.since() == null ? null : Ids.lowestAt(filter.since()))
                .param("highest", filter.until() == null ? null : Ids.lowestAt(filter.until()))
                .param("number", filter.numberId())
                .param("member", filter.memberId())
                .param("contact", filter.contactId())
                .param("customer", filter.customer())
                .param("direction", filter.direction())
                .param("outcome", filter.outcome())
                .param("live", filter.live())
                .param("text", filter.text() == null ? null : literally(filter.text()));
    }

    /// What `like` takes for a pattern is meant as it is.
    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private CallView require(UUID callId) {
        return one(callId).orElseThrow(() -> Problems.notFound("call"));
    }

    private Optional<CallView> one(UUID callId) {
        return jdbc.sql("select " + CallRows.COLUMNS + " from calls where workspace_id = :workspace and id = :id")
                .param("workspace", Tenancy.workspaceId())
                .param("id", callId)
                .query(CallRows::read)
                .optional();
    }

    private List<Leg> legs(UUID callId) {
        return of("select * from call_legs where workspace_id = :workspace and call_id = :call order by id", callId)
                .query(CallHistory::leg)
                .list();
    }

    private List<Recording> recordings(UUID callId) {
        return of("select * from recordings where workspace_id = :workspace and call_id = :call order by id", callId)
                .query((row, index) -> new Recording(
                        row.getObject("id", UUID.class),
                        row.getString("status"),
                        row.getString("source"),
                        row.getObject("channels", Integer.class),
                        row.getObject("duration_seconds", Integer.class),
                        CallRows.instant(row, "started_at"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    private List<Moment> moments(UUID callId) {
        return of("""
                select id, event_type, source, leg_id, occurred_at, decided from call_events
                where workspace_id = :workspace and call_id = :call order by id""", callId)
                .query((row, index) -> new Moment(
                        row.getObject("id", UUID.class),
                        row.getString("event_type"),
                        row.getString("source"),
                        row.getObject("leg_id", UUID.class),
                        row.getTimestamp("occurred_at").toInstant(),
                        json.readValue(row.getString("decided"), WORDS)))
                .list();
    }

    private List<CallInspection.Entry> entries(UUID callId) {
        return of("select * from call_events where workspace_id = :workspace and call_id = :call order by id", callId)
                .query((row, index) -> new CallInspection.Entry(
                        row.getObject("id", UUID.class),
                        row.getString("event_type"),
                        row.getString("source"),
                        row.getObject("leg_id", UUID.class),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getTimestamp("created_at").toInstant(),
                        json.readTree(row.getString("event_data")),
                        json.readValue(row.getString("decided"), WORDS),
                        row.getString("reply")))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, UUID callId) {
        return jdbc.sql(sql).param("workspace", Tenancy.workspaceId()).param("call", callId);
    }

    private static Leg leg(ResultSet row, int index) throws SQLException {
        return new Leg(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("member_id", UUID.class),
                row.getString("address"),
                row.getString("twilio_call_sid"),
                row.getString("status"),
                row.getInt("epoch"),
                row.getBoolean("in_room"),
                row.getString("dial"),
                row.getBoolean("ending"),
                row.getTimestamp("created_at").toInstant(),
                CallRows.instant(row, "ringing_at"),
                CallRows.instant(row, "answered_at"),
                CallRows.instant(row, "ended_at"),
                row.getObject("duration_seconds", Integer.class),
                row.getObject("sip_code", Integer.class),
                row.getObject("error_code", Integer.class));
    }
}
