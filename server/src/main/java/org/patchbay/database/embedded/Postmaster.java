package org.patchbay.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The postmaster of one data directory: started, found after a crash of ours, stopped.
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private final Programs programs;
    private final Path data;
    private final Path portFile;
    private final Path log;

    Postmaster(Programs programs, Path home) {
        this.programs = programs;
        this.data = home.resolve("data");
        this.portFile = home.resolve("port");
        this.log = home.resolve("postgresql.log");
    }

    /// Starts it and waits until it takes connections.
    ///
    /// One that a killed server left running is stopped first, cleanly: it may have been started with
    /// other settings, and its old connections would otherwise linger.
    ///
    /// @return the port on 127.0.0.1
    int start() {
        if (livingPid().isPresent()) {
            LOG.info("An earlier run left its PostgreSQL behind; stopping it");
            stop();
        }
        int port = keptPort();
        if (launch(port) == 0) {
            return port;
        }
        int other = freePort();
        LOG.info("PostgreSQL could not use port {}; trying {}", port, other);
        if (launch(other) == 0) {
            keep(other);
            return other;
        }
        throw new EmbeddedDatabaseFailed(
                "The embedded PostgreSQL does not start. Its last words:\n" + Programs.tail(log));
    }

    void stop() {
        if (programs.run(log, "pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", data.toString()) != 0
                && livingPid().isPresent()) {
            throw new EmbeddedDatabaseFailed(
                    "The embedded PostgreSQL does not stop. Its last words:\n" + Programs.tail(log));
        }
    }

    /// The process that serves this data directory, if it lives. A stale file of a machine that went down
    /// may name a process of somebody else; PostgreSQL itself checks that (it looks at the shared memory
    /// block too), so that starting over a stale file is its business.
    private Optional<Long> livingPid() {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = Long.parseLong(lines.getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .command()
                            .map(name -> name.endsWith("postgres"))
                            .orElse(true))
                    .map(ProcessHandle::pid);
        } catch (IOException | NumberFormatException noneRunning) {
            return Optional.empty();
        }
    }

    private int launch(int port) {
        // Durable on purpose and said aloud: a recorded call must survive a power cut.
        String options = "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
                + " -c max_connections=200 -c shared_buffers=128MB -c timezone=UTC -c log_timezone=UTC"
                + " -c log_min_messages=warning -c password_encryption=scram-sha-256";
        return programs.run(
                log, "pg_ctl", "start", "-w", "-t", "60", "-D", data.toString(), "-l", log.toString(), "-o", options);
    }

    private int keptPort() {
        try {
            if (Files.exists(portFile)) {
                return Integer.parseInt(Files.readString(portFile).strip());
            }
        } catch (IOException | NumberFormatException unusable) {
            LOG.info("The kept PostgreSQL port can not be read; choosing another");
        }
        int port = freePort();
        keep(port);
        return port;
    }

    private void keep(int port) {
        try {
            Files.writeString(portFile, port + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
