package org.patchbay.systemtests.twilio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.product.ServerCommand;
import org.patchbay.systemtests.product.Tree;

/// A server in a process of its own, which can be killed and started again over the same data.
public final class KilledServer implements AutoCloseable {

    private final Path data = Installation.dataDirectory();
    private int port = Processes.freePort();
    private final int managementPort = Processes.freePort();
    private final URI simulator;
    private Process process;

    private KilledServer(URI simulator) {
        this.simulator = simulator;
        this.process = launch();
    }

    public static KilledServer start(URI simulator) {
        return new KilledServer(simulator);
    }

    public URI desk() {
        return URI.create("http://localhost:" + port);
    }

    /// Where a superuser looks at its database; the same after a start.
    public String database() {
        try (EmbeddedCluster running = EmbeddedCluster.attachOrOpen(data.resolve("postgres"))) {
            return running.superuserUrl("patchbay");
        }
    }

    /// As the power goes out: nothing of it hears of it.
    public void kill() {
        process.destroyForcibly();
    }

    /// Starts again under another address.
    void move() {
        kill();
        port = Processes.freePort();
        startAgain();
    }

    public void startAgain() {
        try {
            process.waitFor();
            Files.deleteIfExists(data.resolve("run/server.json"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        process = launch();
    }

    private Process launch() {
        ProcessBuilder builder = new ProcessBuilder(ServerCommand.line())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("server.log").toFile()));
        Map<String, String> environment = builder.environment();
        Processes.withoutSettings(environment);
        environment.put("PATCHBAY_DATA_DIR", data.toString());
        environment.put("PATCHBAY_DESK_DIR", Tree.desk().toString());
        environment.put("PATCHBAY_DESK_PORT", Integer.toString(port));
        environment.put("PATCHBAY_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("PATCHBAY_SIMULATOR_URL", simulator.toString());
        try {
            Process started = builder.start();
            Processes.await(started, "the server is ready", () -> Files.exists(data.resolve("run/server.json")));
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException failed) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
