package org.patchbay.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where PostgreSQL keeps its files.
///
/// @param home the cluster's directory; the data lies in its `data`
record DataDirectory(Path home) {

    /// Runs `initdb` unless the data is there. Made beside its place and moved there when whole, so that a
    /// killed first start is begun anew.
    void make(Programs programs, Credentials credentials) throws IOException {
        Path data = home.resolve("data");
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path unfinished = home.resolve("making");
        delete(unfinished);
        Path password = Files.createTempFile(
                home,
                "password-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, credentials.superuser());
            initdb(programs, unfinished, password);
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Programs programs, Path target, Path password) {
        Path log = home.resolve("initdb.log");
        int exit = programs.run(
                log,
                "initdb",
                "--pgdata=" + target,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        if (exit != 0) {
            throw new EmbeddedDatabaseFailed("The database could not be made. initdb says:\n" + Programs.tail(log));
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
