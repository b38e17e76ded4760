package org.patchbay.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A PostgreSQL of another version, as the system's packages install it, in a directory that is gone
/// afterwards. Loopback only and without passwords: nothing is in it but what a test puts there.
public final class ExternalPostgres implements AutoCloseable {

    private final Path programs;
    private final Path directory;
    private final int port;

    private ExternalPostgres(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /// @return empty when that version is not installed
    public static Optional<ExternalPostgres> start(int version) throws IOException, InterruptedException {
        Path programs = Path.of("/usr/lib/postgresql", Integer.toString(version), "bin");
        if (!Files.isExecutable(programs.resolve("initdb"))) {
            return Optional.empty();
        }
        ExternalPostgres postgres =
                new ExternalPostgres(programs, Files.createTempDirectory("patchbay-external-"), freePort());
        postgres.run("initdb", "-D", postgres.data(), "-U", "postgres", "--auth=trust", "--no-sync");
        postgres.run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                postgres.data(),
                "-l",
                postgres.directory.resolve("log").toString(),
                "-o",
                "-p " + postgres.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off");
        return Optional.of(postgres);
    }

    public String url(String database, String role) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + role;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data());
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    /// PostgreSQL refuses to be root; in a user namespace of its own root is nobody.
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(program + " failed:\n" + Files.readString(output));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
