package org.patchbay.systemtests.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The official SDK for Node, unmodified, against the simulator.
class NodeSdkTest {

    private static final Path SCRIPTS = SimulatorProcess.ROOT.resolve("system-tests/node");

    @TempDir
    static Path folder;

    private record Ended(int exit, String output, String errors) {}

    @BeforeAll
    static void installTheSdk() throws IOException, InterruptedException {
        assumeTrue(
                SimulatorProcess.isBuilt(), "SKIPPED: " + SimulatorProcess.JAR + " is not built, run ./run or ./test");
        assumeTrue(runs("node"), "SKIPPED: there is no node on this machine, the Node SDK is not tried");
        assumeTrue(runs("npm"), "SKIPPED: there is no npm on this machine, the Node SDK is not tried");
        if (!Files.exists(SCRIPTS.resolve("node_modules/twilio/package.json"))) {
            var installed = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assumeTrue(installed.exit() == 0, "SKIPPED: npm could not fetch the Node SDK: " + installed.errors());
        }
    }

    @Test
    void theNodeSdkBuysANumberCallsTextsAndReadsErrors() throws IOException, InterruptedException {
        try (var simulator = SimulatorProcess.start()) {
            var ended = run("node", "smoke.mjs", simulator.url(), simulator.accountSid(), simulator.authToken());
            assertThat(ended.exit()).as(ended.errors()).isZero();
            JsonNode seen = JsonMapper.builder().build().readTree(ended.output());
            assertThat(seen.path("account").asString()).isEqualTo(simulator.accountSid());
            assertThat(seen.path("number").asString()).isEqualTo("+12125550166");
            assertThat(seen.path("numbers").asInt()).isEqualTo(4);
            assertThat(seen.path("call").asString()).matches("CA[0-9a-f]{32}");
            assertThat(seen.path("callDirection").asString()).isEqualTo("outbound-api");
            assertThat(seen.path("message").asString()).matches("SM[0-9a-f]{32}");
            assertThat(seen.path("messageCreated").asBoolean()).isTrue();
            assertThat(seen.path("listed").get(0).asString()).isEqualTo("Hello from Node");
            assertThat(seen.path("removed").asBoolean()).isTrue();
            assertThat(seen.path("keySecret").asInt()).isEqualTo(32);
            assertThat(seen.path("notFound").asString()).isEqualTo("404 20404");
            assertThat(seen.path("badNumber").asString()).isEqualTo("400 21211");
        }
    }

    private static boolean runs(String program) {
        try {
            return run(program, "--version").exit() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Output goes to files, so that no full pipe can hold the program up.
    private static Ended run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        var process = new ProcessBuilder(command)
                .directory(SCRIPTS.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        return new Ended(
                ended ? process.exitValue() : -1,
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
