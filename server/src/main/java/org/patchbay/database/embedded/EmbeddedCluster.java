package org.patchbay.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.patchbay.kernel.settings.DatabaseUrls;

/// The embedded PostgreSQL of one data directory, running until it is closed by whoever opened it.
///
/// Durable (fsync and synchronous_commit on), SCRAM passwords, TCP on 127.0.0.1 only. Everything it needs
/// lies in the directory: programs, data, passwords, port, log.
public final class EmbeddedCluster implements AutoCloseable {

    private final ClusterAddress address;
    private final Runnable closing;
    private final boolean attached;

    private EmbeddedCluster(ClusterAddress address, Runnable closing, boolean attached) {
        this.address = address;
        this.closing = closing;
        this.attached = attached;
    }

    /// Makes the database if there is none, starts it, and makes its roles.
    ///
    /// @param home its directory, usually `$PATCHBAY_DATA_DIR/postgres`
    /// @throws EmbeddedDatabaseFailed in words, when it can not, or another server uses the directory
    public static EmbeddedCluster open(Path home) {
        return DirectoryLock.take(home)
                .map(lock -> openLocked(home, lock))
                .orElseThrow(() -> new EmbeddedDatabaseFailed("Another Patchbay is using " + home.getParent()
                        + ". Stop it, or set PATCHBAY_DATA_DIR to another directory."));
    }

    /// For a command that may run beside a server: uses the database that the server has started, or opens
    /// it if no server runs. Closing it stops PostgreSQL only in the second case.
    ///
    /// @throws EmbeddedDatabaseFailed also while a server is starting or stopping
    public static EmbeddedCluster attachOrOpen(Path home) {
        return DirectoryLock.take(home).map(lock -> openLocked(home, lock)).orElseGet(() -> attach(home));
    }

    private static EmbeddedCluster openLocked(Path home, DirectoryLock lock) {
        try {
            Credentials credentials = Credentials.in(home.resolve("credentials"));
            Programs programs = new Programs(Binaries.in(home.resolve("programs")));
            new DataDirectory(home).make(programs, credentials);
            Postmaster postmaster = new Postmaster(programs, home);
            ClusterAddress address = new ClusterAddress(postmaster.start(), credentials);
            try {
                address.makeRoles();
            } catch (RuntimeException failed) {
                postmaster.stop();
                throw failed;
            }
            return new EmbeddedCluster(address, () -> stop(postmaster, lock), false);
        } catch (IOException failed) {
            lock.close();
            throw new UncheckedIOException("Could not use " + home, failed);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static EmbeddedCluster attach(Path home) {
        return Optional.of(home.resolve("credentials"))
                .filter(Files::exists)
                .map(Credentials::in)
                .flatMap(credentials -> Postmaster.portKeptIn(home).map(port -> new ClusterAddress(port, credentials)))
                .filter(ClusterAddress::answers)
                .map(address -> new EmbeddedCluster(address, () -> {}, true))
                .orElseThrow(() -> new EmbeddedDatabaseFailed(
                        "The Patchbay that uses " + home.getParent() + " is starting or stopping. Try again."));
    }

    private static void stop(Postmaster postmaster, DirectoryLock lock) {
        try {
            postmaster.stop();
        } finally {
            lock.close();
        }
    }

    /// Where the roles of Patchbay connect.
    public DatabaseUrls urls() {
        return address.urls();
    }

    public int port() {
        return address.port();
    }

    /// Whether another process has started it, and will stop it.
    public boolean attached() {
        return attached;
    }

    /// The superuser's URL, for tests that need scratch databases.
    public String superuserUrl(String database) {
        return address.superuserUrl(database);
    }

    /// Stops PostgreSQL if we started it: connections end, what was committed is on disk.
    @Override
    public void close() {
        closing.run();
    }
}
