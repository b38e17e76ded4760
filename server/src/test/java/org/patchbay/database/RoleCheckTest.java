package org.patchbay.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleCheckTest {

    private final TestDatabase database = TestDatabase.scratch();

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void theServersOwnRoleIsFine() throws SQLException {
        try (Connection server = database.asServer()) {
            assertThatCode(() -> RoleCheck.SERVER.require(new SingleConnectionDataSource(server, true)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theIngestsOwnRoleIsFine() throws SQLException {
        try (Connection ingest = DriverManager.getConnection(database.urls().ingest())) {
            assertThatCode(() -> RoleCheck.INGEST.require(new SingleConnectionDataSource(ingest, true)))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            superuser                          | it is a superuser
            bypassrls                          | it bypasses row level security
            in role patchbay_owner             | it owns tables, or may become their owner
            in role patchbay_lookup            | which may do what it must not
            in role patchbay_server            | which may do what it must not
            login                              | it is no patchbay_ingest
            """)
    void anIngestRoleThatPoliciesDoNotHoldIsRefused(String attributes, String fault) throws SQLException {
        assertRefused(RoleCheck.INGEST, "create role suspect " + attributes, fault, "PATCHBAY_DATABASE_INGEST_URL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            superuser                          | it is a superuser
            in role postgres                   | it is a member of a superuser role
            noinherit in role postgres         | it is a member of a superuser role
            bypassrls                          | it bypasses row level security
            createrole                         | it may create roles
            in role patchbay_owner             | it owns tables, or may become their owner
            noinherit in role patchbay_owner   | it owns tables, or may become their owner
            in role patchbay_lookup            | which reach several workspaces
            in role patchbay_ingest            | which reach several workspaces
            """)
    void aRoleThatPoliciesDoNotHoldIsRefused(String attributes, String fault) throws SQLException {
        assertServerRefused("create role suspect " + attributes, fault);
    }

    @Test
    void aRoleThatOwnsATableIsRefused() throws SQLException {
        assertServerRefused(
                "create role suspect; create table theirs (id uuid); alter table theirs owner to suspect",
                "it owns tables");
    }

    @Test
    void aRoleThatMayBecomeOneThatBypassesIsRefused() throws SQLException {
        assertServerRefused(
                "create role sly bypassrls; create role suspect in role sly", "or may become a role that does");
    }

    private void assertServerRefused(String made, String fault) throws SQLException {
        assertRefused(RoleCheck.SERVER, made, fault, "PATCHBAY_DATABASE_URL");
    }

    private void assertRefused(RoleCheck check, String made, String fault, String variable) throws SQLException {
        try (Connection superuser = database.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            try {
                statement.execute(made);
                statement.execute("set local role suspect");
                assertThatThrownBy(() -> check.require(new SingleConnectionDataSource(superuser, true)))
                        .isInstanceOf(UnsafeDatabaseRole.class)
                        .hasMessageContaining("suspect")
                        .hasMessageContaining(fault)
                        .hasMessageContaining(variable);
            } finally {
                superuser.rollback(); // roles belong to the whole cluster
            }
        }
    }
}
