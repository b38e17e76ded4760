package org.patchbay.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.patchbay.kernel.settings.DatabaseUrls;

/// Where a running cluster is reached, and by whom.
record ClusterAddress(int port, Credentials credentials) {

    private static final String DATABASE = "patchbay";

    DatabaseUrls urls() {
        return new DatabaseUrls(
                url(DATABASE, "patchbay_server", credentials.server()),
                Optional.of(url(DATABASE, "patchbay_owner", credentials.owner())),
                url(DATABASE, "patchbay_ingest", credentials.ingest()));
    }

    String superuserUrl(String database) {
        return url(database, "postgres", credentials.superuser());
    }

    private String url(String database, String role, String password) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + role + "&password=" + password;
    }

    /// Whether a cluster with our passwords answers there.
    boolean answers() {
        try (Connection connection = DriverManager.getConnection(urls().server())) {
            return connection.isValid(5);
        } catch (SQLException absent) {
            return false;
        }
    }

    /// Makes our roles and the database, or gives the roles their passwords again.
    void makeRoles() {
        try (Connection connection = DriverManager.getConnection(superuserUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(rolesScript());
            setPassword(statement, "patchbay_owner", credentials.owner());
            setPassword(statement, "patchbay_server", credentials.server());
            setPassword(statement, "patchbay_ingest", credentials.ingest());
            var databases = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'");
            if (!databases.next()) {
                statement.execute("create database " + DATABASE + " owner patchbay_owner");
            }
        } catch (SQLException failed) {
            throw new EmbeddedDatabaseFailed("The embedded PostgreSQL refused to make its roles.", failed);
        }
    }

    /// The password is Base64 of our own making: it can not end the literal.
    private static void setPassword(Statement statement, String role, String password) throws SQLException {
        statement.execute("alter role " + role + " password '" + password + "'");
    }

    private static String rolesScript() {
        try (InputStream script = ClusterAddress.class.getResourceAsStream("/db/roles/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("db/roles/roles.sql is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
