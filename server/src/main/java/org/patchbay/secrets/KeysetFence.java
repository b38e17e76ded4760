package org.patchbay.secrets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets a rotation wait for everybody who may still be writing with the old key.
///
/// Whoever encrypts holds the fence, shared, until their transaction ends; the rotation, having written the
/// new key, takes it alone for a moment. After that every secret is either committed with the old key, where
/// the rotation finds it, or will be encrypted with the new one.
@Component
class KeysetFence {

    private static final long KEY = 0x6B_65_79_73_65_74L; // "keyset"; advisory locks have numbers for names

    private final JdbcClient jdbc;

    KeysetFence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void share() {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)")
                .param(KEY)
                .query((row, number) -> KEY)
                .single();
    }

    void takeAlone() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(KEY)
                .query((row, number) -> KEY)
                .single();
    }
}
