package org.patchbay.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.kernel.Ids;
import org.patchbay.messaging.Message.Direction;
import org.patchbay.messaging.Message.Media;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The bound workspace's texts. Everything here runs in the caller's transaction.
@Component
class MessageStore {

    private static final TypeReference<List<StoredMedia>> MEDIA = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MessageStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param url Twilio's; only with the account's credentials does it give anything away
    record StoredMedia(String contentType, String url) {}

    /// A text as a delivery tells it.
    record Told(
            String sid,
            Direction direction,
            String from,
            String to,
            @Nullable UUID numberId,
            String body,
            List<StoredMedia> media,
            String status,
            @Nullable Integer errorCode) {}

    /// @return the text, unless it was there already
    Optional<Message> add(Told told, Instant at) {
        return insert(told, at, "do nothing", List.of());
    }

    /// Moves a text on, and makes it where nobody has heard of it yet.
    ///
    /// @param staying the statuses that it does not leave for the new one
    /// @return the text, unless nothing changed
    Optional<Message> moveOn(Told told, List<String> staying, Instant at) {
        return insert(told, at, """
                (workspace_id, sid) do update set
                  status = excluded.status, error_code = coalesce(excluded.error_code, messages.error_code),
                  updated_at = excluded.updated_at
                where not messages.status = any(cast(:staying as text[])) and messages.status <> excluded.status""", staying);
    }

    /// Newest first.
    ///
    /// @param before the last one seen; null for the first page
    /// @param numberId null for all
    /// @param customers numbers, whose texts are wanted; none for all
    List<Message> list(@Nullable UUID before, int limit, @Nullable UUID numberId, List<String> customers) {
        return jdbc.sql("""
                select * from messages
                where (cast(:before as uuid) is null or id < :before)
                  and (cast(:number as uuid) is null or number_id = :number)
                  and (cast(:customers as text[]) is null
                       or (case direction when 'inbound' then from_number else to_number end) = any(:customers))
                order by id desc limit :limit""")
                .param("before", before)
                .param("number", numberId)
                .param("customers", customers.isEmpty() ? null : customers.toArray(String[]::new))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private Optional<Message> insert(Told told, Instant at, String onConflict, List<String> staying) {
        boolean fits = told.body().indexOf('\0') < 0;
        return jdbc.sql("""
                insert into messages
                  (workspace_id, id, sid, direction, from_number, to_number, number_id, body, body_bytes, media,
                   status, error_code, at, updated_at)
                values (:workspace, :id, :sid, :direction, :from, :to, :number, :body, :bytes, :media::jsonb,
                        :status, :error, :at, :at)
                on conflict\s""" + onConflict + " returning *")
                .param("workspace", Tenancy.workspaceId())
                .param("id", Ids.next())
                .param("sid", told.sid())
                .param("direction", told.direction().code())
                .param("from", storable(told.from()))
                .param("to", storable(told.to()))
                .param("number", told.numberId())
                .param("body", storable(told.body()))
                .param("bytes", fits ? null : told.body().getBytes(UTF_8))
                .param("media", json.writeValueAsString(told.media()))
                .param("status", told.status())
                .param("error", told.errorCode())
                .param("at", Timestamp.from(at))
                .param("staying", staying.toArray(String[]::new))
                .query(this::read)
                .optional();
    }

    /// PostgreSQL's text does not hold U+0000.
    private static String storable(String text) {
        return text.replace('\0', '\u2400');
    }

    private Message read(ResultSet row, int number) throws SQLException {
        byte[] bytes = row.getBytes("body_bytes");
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("sid"),
                Direction.of(row.getString("direction")),
                row.getString("from_number"),
                row.getString("to_number"),
                row.getObject("number_id", UUID.class),
                bytes == null ? row.getString("body") : new String(bytes, UTF_8),
                json.readValue(row.getString("media"), MEDIA).stream()
                        .map(stored -> new Media(stored.contentType()))
                        .toList(),
                row.getString("status"),
                row.getObject("error_code", Integer.class),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
