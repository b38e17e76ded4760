package org.patchbay.benchmarks.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The server and its embedded PostgreSQL, in a JVM of their own and a data directory that goes with them.
public final class ServerProcess implements AutoCloseable {

    private static final int KEPT_OF_THE_LOG = 40;
    private static final String ENDED = "ended";

    private final Path home;
    private final int port;
    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    private ServerProcess(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
        Thread.ofPlatform().daemon().name("server's output").start(this::read);
    }

    /// Returns once it takes requests. Should this process be killed, the server sees its input end, and ends.
    ///
    /// @param options of its JVM
    public static ServerProcess start(List<String> options) throws IOException {
        return start(options, Map.of());
    }

    /// @param settings `PATCHBAY_…` variables that differ
    public static ServerProcess start(List<String> options, Map<String, String> settings) throws IOException {
        // Beside the build and not in the system's place for such: that may be memory, where fsync costs nothing.
        Path home = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "benchmark-");
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerMain.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PATCHBAY_"));
        builder.environment()
                .putAll(Map.of(
                        "PATCHBAY_DATA_DIR", home.toString(),
                        "PATCHBAY_DESK_PORT", String.valueOf(port),
                        "PATCHBAY_MANAGEMENT_PORT", String.valueOf(freePort()),
                        "PATCHBAY_SIMULATOR_URL", "none",
                        "PATCHBAY_SIGN_UP", "open"));
        builder.environment().putAll(settings);
        ServerProcess server = new ServerProcess(home, port, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try {
            server.answer();
            return server;
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    public int port() {
        return port;
    }

    /// The embedded PostgreSQL's directory.
    public Path postgres() {
        return home.resolve("postgres");
    }

    /// @return what [ServerMain] answers
    public List<String> ask(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return answer();
    }

    private List<String> answer() throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            while (true) {
                String line = answers.take();
                if (line.equals(ENDED)) {
                    throw new IOException("the server has ended:\n" + String.join("\n", log));
                }
                if (line.equals(ServerMain.MARK + ServerMain.DONE)) {
                    return lines;
                }
                lines.add(line.substring(ServerMain.MARK.length()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /// All the time: a server whose log nobody reads stands still.
    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(ServerMain.MARK)) {
                    answers.add(line);
                } else {
                    keep(line);
                }
            }
        } catch (IOException gone) {
            keep(String.valueOf(gone));
        }
        answers.add(ENDED);
    }

    private void keep(String line) {
        log.add(line);
        while (log.size() > KEPT_OF_THE_LOG) {
            log.poll();
        }
    }

    /// Stops the server, which stops its PostgreSQL, and removes what they have written. So does the end of this
    /// process, however it comes.
    @Override
    public synchronized void close() {
        if (!Files.exists(home)) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            delete(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> below;
        try (Stream<Path> walk = Files.walk(directory)) {
            below = walk.toList().reversed();
        }
        for (Path path : below) {
            Files.delete(path);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
