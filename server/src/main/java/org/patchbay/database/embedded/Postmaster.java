package org.patchbay.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The postmaster of one data directory: started, found after a crash of ours, stopped.
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private final Programs programs;
    private final Path home;
    private final Path data;
    private final Path log;
    private final PidFile pidFile;

    Postmaster(Programs programs, Path home) {
        this.programs = programs;
        this.home = home;
        this.data = home.resolve("data");
        this.log = home.resolve("postgresql.log");
        this.pidFile = new PidFile(data);
    }

    /// Starts it and waits until it takes connections.
    ///
    /// One that a killed server left running is stopped first, cleanly: it may have been started with
    /// other settings, and its old connections would otherwise linger.
    ///
    /// @return the port on 127.0.0.1
    int start() {
        if (pidFile.postmaster().isPresent()) {
            LOG.info("An earlier run left its PostgreSQL behind; stopping it");
            stop();
        }
        int port = portKeptIn(home).orElseGet(this::newPort);
        if (launch(port) == 0) {
            return port;
        }
        int other = newPort();
        LOG.info("PostgreSQL could not use port {}; trying {}", port, other);
        if (launch(other) == 0) {
            return other;
        }
        throw new EmbeddedDatabaseFailed(
                "The embedded PostgreSQL does not start. Its last words:\n" + Programs.tail(log));
    }

    void stop() {
        if (programs.run(log, "pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", data.toString()) != 0
                && pidFile.postmaster().isPresent()) {
            throw new EmbeddedDatabaseFailed(
                    "The embedded PostgreSQL does not stop. Its last words:\n" + Programs.tail(log));
        }
    }

    /// The port of the last start; empty before the first.
    static Optional<Integer> portKeptIn(Path home) {
        Path file = home.resolve("port");
        try {
            return Files.exists(file)
                    ? Optional.of(Integer.parseInt(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unusable) {
            LOG.info("The kept PostgreSQL port can not be read; choosing another");
            return Optional.empty();
        }
    }

    private int launch(int port) {
        pidFile.disown();
        // Durable on purpose and said aloud: a recorded call must survive a power cut.
        String options = "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
                + " -c max_connections=200 -c shared_buffers=128MB -c timezone=UTC -c log_timezone=UTC"
                + " -c log_min_messages=warning -c password_encryption=scram-sha-256";
        return programs.run(
                log, "pg_ctl", "start", "-w", "-t", "60", "-D", data.toString(), "-l", log.toString(), "-o", options);
    }

    private int newPort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = probe.getLocalPort();
            Files.writeString(home.resolve("port"), port + "\n");
            return port;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
