package org.patchbay.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that only our own user can read, and that is never seen half written.
public record PrivateFile(Path path) {

    /// Replaces the file, making its directory where there is none.
    public void write(String text) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(
                directory,
                path.getFileName() + "-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
