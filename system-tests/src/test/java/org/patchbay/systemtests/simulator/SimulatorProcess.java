package org.patchbay.systemtests.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simulator as a process of its own, with its demo account, on a free port. It ends with this
/// process, whatever happens, since its standard input ends then.
final class SimulatorProcess implements AutoCloseable {

    /// The repository; `patchbay.root` when the tests are not started in their own directory.
    static final Path ROOT =
            Path.of(System.getProperty("patchbay.root", "..")).toAbsolutePath().normalize();

    static final Path JAR = ROOT.resolve("simulator/target/patchbay-simulator-runnable.jar");

    private final Process process;
    private final JsonNode ready;

    private SimulatorProcess(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    static boolean isBuilt() {
        return Files.exists(JAR);
    }

    static SimulatorProcess start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-jar", JAR.toString(), "--port", "0", "--exit-with-stdin")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the simulator ended before it was ready");
        }
        return new SimulatorProcess(process, JsonMapper.builder().build().readTree(line));
    }

    String url() {
        return ready.path("url").asString();
    }

    String accountSid() {
        return ready.path("accounts").path(0).path("sid").asString();
    }

    String authToken() {
        return ready.path("accounts").path(0).path("authToken").asString();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
