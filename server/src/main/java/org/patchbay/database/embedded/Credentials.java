package org.patchbay.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.patchbay.kernel.Secret;

/// The passwords of the embedded database's roles, random, in a file that only its user can read.
record Credentials(String superuser, String owner, String server, String ingest) {

    /// Reads the file, or makes it.
    static Credentials in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            Properties kept = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return new Credentials(
                    password(kept, "postgres", file),
                    password(kept, "patchbay_owner", file),
                    password(kept, "patchbay_server", file),
                    password(kept, "patchbay_ingest", file));
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not read or make " + file, failed);
        }
    }

    private static String password(Properties kept, String role, Path file) {
        String password = kept.getProperty(role);
        if (password == null || password.isBlank()) {
            throw new EmbeddedDatabaseFailed(file + " has no password for " + role + ". Restore the file.");
        }
        return password;
    }

    private static void make(Path file) throws IOException {
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "credentials-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                unfinished, """
                # The embedded database's passwords, made on the first start. Keep this file with the data.
                postgres=%s
                patchbay_owner=%s
                patchbay_server=%s
                patchbay_ingest=%s
                """.formatted(Secret.random(), Secret.random(), Secret.random(), Secret.random()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
