package org.patchbay.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.database.Migrations;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.kernel.settings.DatabaseUrls;

/// One real PostgreSQL for all tests of a JVM, and as many scratch databases in it as they like.
public final class TestCluster {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestCluster() {}

    private static final class Holder {
        static final EmbeddedCluster CLUSTER = EmbeddedCluster.open(home());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close));
            dropLeftovers(CLUSTER.superuserUrl("postgres"));
        }
    }

    /// Migrated once; scratch databases are copies of it.
    private static final class Template {
        static final String NAME = made();

        private static String made() {
            Migrations.run(empty("scratch_template", "template0"));
            return "scratch_template";
        }
    }

    /// The directory of the shared cluster.
    public static Path home() {
        return TestHome.resolve("postgres");
    }

    public static EmbeddedCluster cluster() {
        return Holder.CLUSTER;
    }

    /// A new, migrated, empty database.
    public static DatabaseUrls scratch() {
        return empty("scratch_" + COUNTER.incrementAndGet(), Template.NAME);
    }

    /// A new database without any table.
    public static DatabaseUrls unmigrated() {
        return empty("scratch_" + COUNTER.incrementAndGet(), "template0");
    }

    private static DatabaseUrls empty(String name, String template) {
        asSuperuser(
                "postgres",
                "create database " + name + " owner patchbay_owner template " + template,
                // The embedded cluster is durable; what a test writes need not survive a power cut.
                "alter database " + name + " set synchronous_commit = off");
        DatabaseUrls main = cluster().urls();
        return new DatabaseUrls(
                inDatabase(main.server(), name),
                main.owner().map(url -> inDatabase(url, name)),
                inDatabase(main.ingest(), name));
    }

    /// What earlier runs left in the directory that all runs share.
    private static void dropLeftovers(String superuser) {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement();
                var left = statement.executeQuery("select format('drop database %I with (force)', datname)"
                        + " from pg_database where datname like 'scratch\\_%'")) {
            while (left.next()) {
                execute(superuser, left.getString(1));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static void asSuperuser(String database, String... statements) {
        execute(cluster().superuserUrl(database), statements);
    }

    public static void execute(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// All rows of a table as text, past every policy, to look for what must not be there.
    public static String dump(DatabaseUrls urls, String table) {
        try (Connection connection = DriverManager.getConnection(cluster().superuserUrl(databaseOf(urls)));
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select coalesce(string_agg(t::text, chr(10)), '') from " + table + " t")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String databaseOf(DatabaseUrls urls) {
        return Optional.of(urls.server())
                .map(url -> url.substring(url.lastIndexOf('/') + 1, url.indexOf('?')))
                .orElseThrow();
    }

    private static String inDatabase(String url, String name) {
        return url.replace("/patchbay?", "/" + name + "?");
    }
}
