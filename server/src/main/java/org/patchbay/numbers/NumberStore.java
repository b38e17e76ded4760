package org.patchbay.numbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.StoredProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The bound workspace's numbers, as people see and set them.
@Repository
class NumberStore {

    /// Those of the asking member first: that is the order in which a dialer offers them.
    record Place(boolean mine, String phoneNumber, UUID id) {}

    record Filter(
            String status, boolean attention, @Nullable UUID memberId) {}

    private static final String SELECT = """
            select number.*,
                   array(select assigned.member_id from agent_phone assigned
                         where assigned.workspace_id = number.workspace_id and assigned.number_id = number.id
                         order by assigned.member_id) as member_ids
            from twilio_numbers number
            """;

    private static final String MINE = """
            exists (select from agent_phone mine
                    where mine.workspace_id = number.workspace_id and mine.number_id = number.id
                      and mine.member_id = cast(:member as uuid))""";

    /// What a number that is gone was, it is no more; its name, settings and members stay, should it come back.
    /// So does what it had before us: it may only have been out of sight.
    private static final String RELEASE = """
            update twilio_numbers
            set status = 'released', held = false, connection = 'waiting', held_by = null, differences = '[]',
                problem = null, webhook_url = null, updated_at = now()
            where workspace_id = :workspace""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NumberStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<WorkspaceNumber> page(Filter filter, @Nullable Place after, int limit) {
        return jdbc.sql("select * from (" + SELECT + """
                where number.workspace_id = :workspace and number.status = :status
                  and (not :attention or number.connection in ('drifted', 'asks', 'failed'))
                ) number
                where cast(:afterPhone as text) is null
                   or (not\s""" + MINE
                        + ", number.phone_number, number.id) > (not :afterMine, cast(:afterPhone as text), cast(:afterId as uuid))"
                        + " order by not " + MINE + ", number.phone_number, number.id limit :limit")
                .param("workspace", Tenancy.workspaceId())
                .param("status", filter.status())
                .param("attention", filter.attention())
                .param("member", filter.memberId())
                .param("afterMine", after != null && after.mine())
                .param("afterPhone", after == null ? null : after.phoneNumber())
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Optional<WorkspaceNumber> find(UUID id) {
        return one("number.id = :key", id);
    }

    Optional<WorkspaceNumber> findByPhone(String phoneNumber) {
        return one("number.phone_number = :key", phoneNumber);
    }

    private Optional<WorkspaceNumber> one(String condition, Object key) {
        return jdbc.sql(SELECT + "where number.workspace_id = :workspace and " + condition)
                .param("workspace", Tenancy.workspaceId())
                .param("key", key)
                .query(this::read)
                .optional();
    }

    /// Which workspace has a number, by name, of those that a person is a member of.
    Optional<String> holderKnownTo(String sid, UUID userId) {
        return jdbc.sql("""
                select name from lookup_memberships(:user)
                where workspace_id = lookup_number_holder(:sid) and workspace_id <> :workspace""")
                .param("user", userId)
                .param("sid", sid)
                .param("workspace", Tenancy.workspaceId())
                .query(String.class)
                .optional();
    }

    void set(UUID id, NumberSettings settings) {
        jdbc.sql("""
                update twilio_numbers
                set friendly_name = coalesce(cast(:name as text), friendly_name),
                    named_here = named_here or cast(:name as text) is not null,
                    recording = coalesce(cast(:recording as text), recording),
                    no_answer_seconds = coalesce(cast(:seconds as integer), no_answer_seconds),
                    forward_to = nullif(coalesce(cast(:forwardTo as text), forward_to), ''),
                    on_no_answer = coalesce(cast(:onNoAnswer as text), on_no_answer),
                    no_answer_to = nullif(coalesce(cast(:noAnswerTo as text), no_answer_to), ''),
                    whisper = coalesce(cast(:whisper as boolean), whisper),
                    updated_at = now()
                where workspace_id = :workspace and id = :id""")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .param("name", settings.friendlyName())
                .param(
                        "recording",
                        settings.recording() == null
                                ? null
                                : settings.recording().code())
                .param("seconds", settings.noAnswerSeconds())
                .param("forwardTo", settings.forwardTo())
                .param(
                        "onNoAnswer",
                        settings.onNoAnswer() == null
                                ? null
                                : settings.onNoAnswer().code())
                .param("noAnswerTo", settings.noAnswerTo())
                .param("whisper", settings.whisper())
                .update();
    }

    /// Of two who assign at once the second one holds.
    void assign(UUID id, List<UUID> memberIds) {
        jdbc.sql("select 1 from twilio_numbers where workspace_id = :workspace and id = :id for update")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .query(row -> {});
        jdbc.sql("delete from agent_phone where workspace_id = :workspace and number_id = :id")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .update();
        for (UUID memberId : memberIds) {
            jdbc.sql("insert into agent_phone (workspace_id, member_id, number_id) values (:workspace, :member, :id)")
                    .param("workspace", Tenancy.workspaceId())
                    .param("member", memberId)
                    .param("id", id)
                    .update();
        }
    }

    void release(UUID id) {
        jdbc.sql(RELEASE + " and id = :id")
                .param("workspace", Tenancy.workspaceId())
                .param("id", id)
                .update();
    }

    /// @param sids of all that are still at Twilio
    /// @return how many are not
    int releaseAllBut(List<String> sids) {
        return jdbc.sql(RELEASE + " and status = 'active' and sid <> all(:sids)")
                .param("workspace", Tenancy.workspaceId())
                .param("sids", sids.toArray(String[]::new))
                .update();
    }

    /// @param column one of ours: `last_voice_at`, `last_sms_at`, `last_status_at`
    void reached(String phoneNumber, String column, Instant at) {
        jdbc.sql("update twilio_numbers set " + column + " = greatest(" + column + """
                , :at) where workspace_id = :workspace and phone_number = :phone""")
                .param("workspace", Tenancy.workspaceId())
                .param("phone", phoneNumber)
                .param("at", Timestamp.from(at))
                .update();
    }

    private WorkspaceNumber read(ResultSet row, int index) throws SQLException {
        return new WorkspaceNumber(
                row.getObject("id", UUID.class),
                row.getString("sid"),
                row.getString("phone_number"),
                row.getString("friendly_name"),
                row.getBoolean("can_voice"),
                row.getBoolean("can_sms"),
                row.getBoolean("can_mms"),
                row.getString("status"),
                Connection.of(row.getString("connection")),
                json.readValue(row.getString("differences"), new TypeReference<List<NumberDifference>>() {}),
                row.getString("held_by"),
                problem(row.getString("problem")),
                Recording.of(row.getString("recording")),
                row.getInt("no_answer_seconds"),
                row.getString("forward_to"),
                OnNoAnswer.of(row.getString("on_no_answer")),
                row.getString("no_answer_to"),
                row.getBoolean("whisper"),
                List.of((UUID[]) row.getArray("member_ids").getArray()),
                new WorkspaceNumber.LastDelivery(
                        instant(row.getTimestamp("last_voice_at")),
                        instant(row.getTimestamp("last_sms_at")),
                        instant(row.getTimestamp("last_status_at"))),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private @Nullable StoredProblem problem(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, StoredProblem.class);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
