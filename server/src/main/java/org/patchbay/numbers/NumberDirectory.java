package org.patchbay.numbers;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which number of the bound workspace is meant.
@Component
public class NumberDirectory {

    private final JdbcClient jdbc;

    NumberDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the running transaction.
    ///
    /// @param phoneNumber E.164
    public Optional<UUID> idOf(String phoneNumber) {
        return jdbc.sql("select id from twilio_numbers where phone_number = :phone")
                .param("phone", phoneNumber)
                .query(UUID.class)
                .optional();
    }
}
