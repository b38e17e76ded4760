package org.patchbay.systemtests.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.systemtests.product.Tree;

/// A database beside the server, as in production: it can fall silent, or be gone, while the server runs.
final class Postgres implements AutoCloseable {

    private final Path home;
    private EmbeddedCluster cluster;

    private Postgres(Path home) {
        this.home = home;
        this.cluster = EmbeddedCluster.open(home);
    }

    static Postgres start() {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Tree.scratch()), "postgres-");
            return new Postgres(Files.createDirectories(home.resolve("postgres")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Of a server that uses it.
    Map<String, String> settings() {
        return Map.of(
                "PATCHBAY_DATABASE_URL", cluster.urls().server(),
                "PATCHBAY_DATABASE_OWNER_URL", cluster.urls().owner().orElseThrow(),
                "PATCHBAY_DATABASE_INGEST_URL", cluster.urls().ingest(),
                "PATCHBAY_SIGN_UP", "open");
    }

    Ledger ledger() {
        return new Ledger(cluster.superuserUrl("patchbay"));
    }

    /// Every process of it stands still: connections are taken and nothing is said on them, as when a machine hangs or
    /// a network swallows what is sent.
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    /// Ends it; connections break, and new ones are refused.
    void stop() {
        cluster.close();
    }

    /// Under the same address as before.
    void startAgain() {
        cluster = EmbeddedCluster.open(home);
    }

    private void signal(String signal) {
        ProcessHandle postmaster = ProcessHandle.of(postmasterId()).orElseThrow();
        List<String> command = Stream.concat(
                        Stream.of("kill", signal),
                        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                                .map(process -> Long.toString(process.pid())))
                .toList();
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long postmasterId() {
        try {
            return Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
