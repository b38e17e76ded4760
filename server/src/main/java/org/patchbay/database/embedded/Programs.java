package org.patchbay.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs as somebody they accept.
///
/// PostgreSQL refuses to run as root. Root's processes are put into a user namespace of their own, where
/// they are nobody (`unshare -U`, util-linux); the files stay root's.
final class Programs {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Binaries binaries;
    private final List<String> prefix;

    Programs(Binaries binaries) {
        this.binaries = binaries;
        this.prefix = isRoot() ? List.of("unshare", "-U") : List.of();
    }

    /// Runs one program to its end.
    ///
    /// @param output where its output goes; a file and not a pipe, for a postmaster that it starts keeps it open
    /// @return its exit code
    /// @throws EmbeddedDatabaseFailed if it can not be run or does not end in time
    int run(Path output, String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedDatabaseFailed(
                        program + " did not end within " + PATIENCE.toSeconds() + " s. See " + output + ".");
            }
            return process.exitValue();
        } catch (IOException failed) {
            throw new EmbeddedDatabaseFailed(
                    "Could not run " + program + (prefix.isEmpty() ? "" : " through unshare")
                            + ". Run Patchbay as an ordinary user, or set PATCHBAY_DATABASE_URL.",
                    failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseFailed("Interrupted while " + program + " was running.", stopped);
        }
    }

    /// The last lines of an output file, for a message.
    static String tail(Path output) {
        try {
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException unreadable) {
            return "(" + output + " can not be read)";
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
