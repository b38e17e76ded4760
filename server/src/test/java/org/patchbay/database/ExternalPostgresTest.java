package org.patchbay.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.testing.ExternalPostgres;
import org.patchbay.testing.TestCluster;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The oldest PostgreSQL that we promise to work with. Skipped, saying so, where none is installed.
class ExternalPostgresTest {

    @Test
    void migrationsApplyAndIsolationHoldsOnPostgres15() throws Exception {
        Optional<ExternalPostgres> installed = ExternalPostgres.start(15);
        Assumptions.assumeTrue(
                installed.isPresent(), "NOT TESTED: no PostgreSQL 15 in /usr/lib/postgresql/15 on this machine");
        try (ExternalPostgres postgres = installed.orElseThrow()) {
            String roles = rolesScript();
            TestCluster.execute(
                    postgres.url("postgres", "postgres"),
                    roles,
                    roles, // again: harmless
                    "create database desk owner patchbay_owner");
            DatabaseUrls urls = new DatabaseUrls(
                    postgres.url("desk", "patchbay_server"),
                    Optional.of(postgres.url("desk", "patchbay_owner")),
                    postgres.url("desk", "patchbay_ingest"));
            Migrations.run(urls);
            Migrations.run(urls); // again: nothing to do

            try (Connection superuser = DriverManager.getConnection(postgres.url("desk", "postgres"))) {
                UUID ours = Seed.workspace(superuser);
                Isolation isolation = Isolation.ofServer(superuser, ours, Seed.workspace(superuser));
                superuser.setAutoCommit(false);
                assertThat(Isolation.strings(superuser, "show server_version_num"))
                        .allMatch(v -> v.startsWith("15"));
                assertThat(Catalogue.faults(superuser)).isEmpty();
                for (String table : Isolation.tables(superuser)) {
                    assertThat(isolation.faults(table)).isEmpty();
                }
            }
            try (Connection server = DriverManager.getConnection(urls.server())) {
                RoleCheck.SERVER.require(new SingleConnectionDataSource(server, true));
                assertThat(Isolation.strings(server, "select lookup_workspace_ids()"))
                        .hasSize(2);
            }
            try (Connection ingest = DriverManager.getConnection(urls.ingest())) {
                RoleCheck.INGEST.require(new SingleConnectionDataSource(ingest, true));
            }
        }
    }

    private static String rolesScript() throws Exception {
        try (InputStream script = ExternalPostgresTest.class.getResourceAsStream("/db/roles/roles.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
