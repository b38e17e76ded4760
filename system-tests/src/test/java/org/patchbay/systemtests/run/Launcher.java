package org.patchbay.systemtests.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.product.Tree;
import tools.jackson.databind.json.JsonMapper;

/// A place to call `./run` from, which is not the project's: with ports and a data directory of its own,
/// whose path has a space in it. What was started is killed when it is closed.
final class Launcher implements AutoCloseable {

    private final Path place;
    private final Map<String, String> settings;
    private final List<Process> started = new ArrayList<>();

    Launcher() {
        try {
            place = Files.createTempDirectory(Files.createDirectories(Tree.scratch()), "run from here-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        settings = Map.of(
                "PATCHBAY_DATA_DIR", "the data", // relative to where ./run is called
                "PATCHBAY_DESK_PORT", port(),
                "PATCHBAY_MANAGEMENT_PORT", port(),
                "PATCHBAY_SIMULATOR_PORT", port(),
                "PATCHBAY_SIMULATOR_MEDIA_PORT", "0");
    }

    Path data() {
        return place.resolve("the data");
    }

    URI desk() {
        return URI.create("http://localhost:" + settings.get("PATCHBAY_DESK_PORT"));
    }

    String setting(String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    /// Starts `./run` with these arguments, and waits for nothing.
    Called call(String... arguments) {
        return call(Map.of(), arguments);
    }

    Called call(Map<String, String> more, String... arguments) {
        try {
            Path output = Files.createTempFile(place, "output-", ".txt");
            List<String> command =
                    new ArrayList<>(List.of(Tree.ROOT.resolve("run").toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(place.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile());
            Processes.withoutSettings(builder.environment());
            builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"); // it lives for seconds
            builder.environment().putAll(settings);
            builder.environment().putAll(more);
            Process process = builder.start();
            started.add(process);
            return new Called(process, output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The server's process.
    ProcessHandle server() {
        return handle(JsonMapper.shared()
                .readTree(read(data().resolve("run/server.json")))
                .get("pid")
                .longValue());
    }

    /// The embedded PostgreSQL's process, nobody's child.
    ProcessHandle postmaster() {
        return handle(Long.parseLong(read(data().resolve("postgres/data/postmaster.pid"))
                .lines()
                .findFirst()
                .orElseThrow()));
    }

    /// Everything that a call has started: its descendants, and the database.
    Set<ProcessHandle> family(Called called) {
        Set<ProcessHandle> family = new HashSet<>();
        called.process().descendants().forEach(family::add);
        family.add(postmaster());
        return family;
    }

    @Override
    public void close() {
        started.forEach(Process::destroy);
        started.forEach(process -> {
            try {
                process.waitFor(Processes.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        });
    }

    private static ProcessHandle handle(long pid) {
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("there is no process " + pid));
    }

    private static String port() {
        return Integer.toString(Processes.freePort());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// One call of `./run`.
    record Called(Process process, Path output) {

        String said() {
            return read(output);
        }

        /// Waits until the desk is there to be used.
        Called ready() {
            Processes.await(process, "Patchbay is ready", () -> said().contains("Ctrl-C stops everything"));
            return this;
        }

        /// Waits until it has ended.
        ///
        /// @return its exit code
        int ended() {
            Processes.await(process, "the end of ./run", () -> !process.isAlive());
            return process.exitValue();
        }

        /// The links that it printed, by name.
        List<URI> links() {
            return said().lines()
                    .filter(line -> line.contains("#token="))
                    .map(line -> URI.create(line.substring(line.indexOf("http"))))
                    .toList();
        }
    }
}
