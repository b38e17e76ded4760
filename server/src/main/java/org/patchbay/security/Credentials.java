package org.patchbay.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The password hashes, and nothing else of a person. All in the running transaction.
@Component
class Credentials {

    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return empty where there is no such person, or they have no password yet
    Optional<String> passwordHash(UUID userId) {
        return jdbc.sql("select password_hash from users where id = :id and password_hash is not null")
                .param("id", userId)
                .query(String.class)
                .optional();
    }

    void setPasswordHash(UUID userId, String hash) {
        jdbc.sql("update users set password_hash = :hash, updated_at = now() where id = :id")
                .param("hash", hash)
                .param("id", userId)
                .update();
    }
}
