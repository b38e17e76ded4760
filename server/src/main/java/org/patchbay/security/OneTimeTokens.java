package org.patchbay.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tokens that let one person do one thing once. All in the running transaction.
@Component
class OneTimeTokens {

    enum Purpose {
        PASSWORD_RESET("password-reset", Duration.ofHours(2)),
        SIGN_IN("sign-in", Duration.ofMinutes(10));

        private final String code;
        private final Duration validity;

        Purpose(String code, Duration validity) {
            this.code = code;
            this.validity = validity;
        }
    }

    /// @param token to be put into a link; kept nowhere
    record Issued(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + expiresAt + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Makes a token; an earlier one of the same person and purpose stops working.
    Issued issue(Purpose purpose, UUID userId) {
        discard(purpose, userId);
        Issued issued = new Issued(Secret.random(), clock.instant().plus(purpose.validity));
        jdbc.sql("""
                insert into one_time_tokens (id, purpose, token_hash, user_id, expires_at)
                values (:id, :purpose, :hash, :user, :expiresAt)""")
                .param("id", Ids.next())
                .param("purpose", purpose.code)
                .param("hash", Secret.hash(issued.token()))
                .param("user", userId)
                .param("expiresAt", Timestamp.from(issued.expiresAt()))
                .update();
        return issued;
    }

    /// Uses a token up.
    ///
    /// @return whose it was; empty where it is unknown, used, or too old
    Optional<UUID> redeem(Purpose purpose, String token) {
        return jdbc.sql("""
                delete from one_time_tokens
                where token_hash = :hash and purpose = :purpose and expires_at > :now returning user_id""")
                .param("hash", Secret.hash(token))
                .param("purpose", purpose.code)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    void discard(Purpose purpose, UUID userId) {
        jdbc.sql("delete from one_time_tokens where user_id = :user and purpose = :purpose")
                .param("user", userId)
                .param("purpose", purpose.code)
                .update();
    }

    int deleteExpired() {
        return jdbc.sql("delete from one_time_tokens where expires_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
