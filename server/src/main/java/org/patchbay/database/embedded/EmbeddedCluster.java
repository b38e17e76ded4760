package org.patchbay.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.settings.DatabaseUrls;

/// The embedded PostgreSQL of one data directory, running until it is closed.
///
/// Durable (fsync and synchronous_commit on), SCRAM passwords, TCP on 127.0.0.1 only. Everything it needs
/// lies in the directory: programs, data, passwords, port, log.
public final class EmbeddedCluster implements AutoCloseable {

    private static final String DATABASE = "patchbay";

    private final FileChannel lock;
    private final Postmaster postmaster;
    private final Credentials credentials;
    private final int port;

    private EmbeddedCluster(FileChannel lock, Postmaster postmaster, Credentials credentials, int port) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.credentials = credentials;
        this.port = port;
    }

    /// Makes the database if there is none, starts it, and makes its roles.
    ///
    /// @param home its directory, usually `$PATCHBAY_DATA_DIR/postgres`
    /// @throws EmbeddedDatabaseFailed in words, when it can not, or another server uses the directory
    public static EmbeddedCluster open(Path home) {
        FileChannel lock = null;
        try {
            Files.createDirectories(home);
            lock = lock(home);
            Credentials credentials = Credentials.in(home.resolve("credentials"));
            Programs programs = new Programs(Binaries.in(home.resolve("programs")));
            makeData(home, programs, credentials);
            Postmaster postmaster = new Postmaster(programs, home);
            EmbeddedCluster cluster = new EmbeddedCluster(lock, postmaster, credentials, postmaster.start());
            cluster.makeRoles();
            return cluster;
        } catch (IOException failed) {
            release(lock);
            throw new UncheckedIOException("Could not use " + home, failed);
        } catch (RuntimeException failed) {
            release(lock);
            throw failed;
        }
    }

    /// Where the roles of Patchbay connect.
    public DatabaseUrls urls() {
        return new DatabaseUrls(
                url("patchbay_server", credentials.server()),
                Optional.of(url("patchbay_owner", credentials.owner())),
                Optional.of(url("patchbay_ingest", credentials.ingest())));
    }

    public int port() {
        return port;
    }

    /// Stops PostgreSQL: connections end, what was committed is on disk.
    @Override
    public void close() {
        try {
            postmaster.stop();
        } finally {
            release(lock);
        }
    }

    /// The superuser's URL, for tests that need scratch databases.
    public String superuserUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres&password="
                + credentials.superuser();
    }

    private String url(String role, String password) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE + "?user=" + role + "&password=" + password;
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByUs) {
            // Same answer: somebody in this very process uses it.
        }
        channel.close();
        throw new EmbeddedDatabaseFailed("Another Patchbay is using " + home.getParent()
                + ". Stop it, or set PATCHBAY_DATA_DIR to another directory.");
    }

    private static void release(@Nullable FileChannel lock) {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Made beside its place and moved there when whole, so that a killed first start is begun anew.
    private static void makeData(Path home, Programs programs, Credentials credentials) throws IOException {
        Path data = home.resolve("data");
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path unfinished = home.resolve("making");
        delete(unfinished);
        Path password = Files.createTempFile(
                home,
                "password-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Path log = home.resolve("initdb.log");
        try {
            Files.writeString(password, credentials.superuser());
            int exit = programs.run(
                    log,
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            if (exit != 0) {
                throw new EmbeddedDatabaseFailed("The database could not be made. initdb says:\n" + Programs.tail(log));
            }
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void makeRoles() {
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
        try (InputStream script = EmbeddedCluster.class.getResourceAsStream("/db/roles/roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("db/roles/roles.sql is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
