package org.patchbay.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sessions, as hashes of their tokens.
@Component
class SessionStore {

    private static final String SELECT = """
            select session.id, session.user_id, person.name, person.email, session.created_at,
                   session.last_seen_at, session.expires_at, session.address, session.user_agent
            from sessions session join users person on person.id = session.user_id
            """;

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID userId, byte[] tokenHash, Instant now, Instant expiresAt, String address, String userAgent) {
        jdbc.sql("""
                insert into sessions
                  (id, user_id, token_hash, created_at, last_seen_at, expires_at, address, user_agent)
                values (:id, :user, :hash, :now, :now, :expiresAt, :address, :userAgent)""")
                .param("id", id)
                .param("user", userId)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expiresAt))
                .param("address", address)
                .param("userAgent", userAgent)
                .update();
    }

    Optional<OpenSession> byToken(byte[] tokenHash, Instant now) {
        return jdbc.sql(SELECT + "where session.token_hash = :hash and session.expires_at > :now")
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(SessionStore::read)
                .optional();
    }

    List<OpenSession> ofUser(UUID userId, Instant now) {
        return jdbc.sql(SELECT + "where session.user_id = :user and session.expires_at > :now order by session.id desc")
                .param("user", userId)
                .param("now", Timestamp.from(now))
                .query(SessionStore::read)
                .list();
    }

    void touch(UUID id, Instant now, Instant expiresAt) {
        jdbc.sql("update sessions set last_seen_at = :now, expires_at = :expiresAt where id = :id")
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expiresAt))
                .param("id", id)
                .update();
    }

    /// Ends sessions of a person.
    ///
    /// @param only null for all
    /// @param except null for none
    /// @return the ids of those that were open
    List<UUID> end(UUID userId, @Nullable UUID only, @Nullable UUID except) {
        return jdbc.sql("""
                delete from sessions
                where user_id = :user
                  and (cast(:only as uuid) is null or id = :only)
                  and (cast(:except as uuid) is null or id <> :except)
                returning id""")
                .param("user", userId)
                .param("only", only)
                .param("except", except)
                .query(UUID.class)
                .list();
    }

    /// Which of these sessions still hold.
    List<UUID> open(List<UUID> ids, Instant now) {
        return jdbc.sql("select id from sessions where id = any(:ids) and expires_at > :now")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("delete from sessions where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private static OpenSession read(ResultSet row, int number) throws SQLException {
        return new OpenSession(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("address"),
                row.getString("user_agent"));
    }
}
