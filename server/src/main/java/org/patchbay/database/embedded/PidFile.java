package org.patchbay.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// PostgreSQL's own note of who serves a data directory: `postmaster.pid`, whose first line is a process id.
/// After a crash of the machine it stays behind, and the id may belong to any other program.
///
/// [The file's lines](https://github.com/postgres/postgres/blob/master/src/include/utils/pidfile.h)
record PidFile(Path data) {

    /// The postmaster of this very directory, if it lives. Another program with that id, even another
    /// PostgreSQL, is none: it must not be stopped.
    Optional<ProcessHandle> postmaster() {
        return lines().flatMap(PidFile::process)
                .filter(ProcessHandle::isAlive)
                .filter(process -> List.of(process.info().arguments().orElse(new String[0])).stream()
                        .anyMatch(this::isOurData));
    }

    /// Makes a stale note harmless. PostgreSQL refuses to start while any process of the same user has the
    /// id in it, except its own forebears: so we, who start it, put ours there. The other lines stay; by
    /// them PostgreSQL still finds out whether children of the dead postmaster are at work.
    void disown() {
        if (lines().isEmpty() || postmaster().isPresent()) {
            return;
        }
        List<String> note = new ArrayList<>(lines().orElseThrow());
        note.set(0, Long.toString(ProcessHandle.current().pid()));
        try {
            Files.write(file(), note);
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not mend " + file(), failed);
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }

    private Optional<List<String>> lines() {
        try {
            return Optional.of(Files.readAllLines(file())).filter(lines -> !lines.isEmpty());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> process(List<String> lines) {
        try {
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isOurData(String argument) {
        try {
            return Files.isSameFile(Path.of(argument), data);
        } catch (IOException | InvalidPathException another) {
            return false;
        }
    }
}
