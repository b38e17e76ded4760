package org.patchbay.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs for this system, unpacked once out of the archive on the class path.
record Binaries(Path directory) {

    /// Of the archives on the class path; part of the directory's name, so that another version unpacks anew.
    private static final String VERSION = "18.6";

    /// The directory of unpacked programs, made if it is not there yet. A start that is killed while it
    /// unpacks leaves only a directory that nobody looks at.
    static Binaries in(Path parent) {
        Path directory = parent.resolve("postgresql-" + VERSION);
        if (!Files.isDirectory(directory)) {
            unpack(parent, directory);
        }
        return new Binaries(directory);
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static void unpack(Path parent, Path directory) {
        String archive = "/postgres-" + system() + ".txz";
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new EmbeddedDatabaseFailed("There is no embedded PostgreSQL for this system (" + archive
                        + "). Set PATCHBAY_DATABASE_URL to a PostgreSQL of your own.");
            }
            Files.createDirectories(parent);
            Path unfinished = Files.createTempDirectory(parent, "unpacking-");
            extract(packed, unfinished);
            move(unfinished, directory);
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not unpack PostgreSQL into " + parent, failed);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onThisFileSystem) {
            Files.move(from, to);
        }
    }

    private static void extract(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive points outside itself: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        return (os.contains("mac") ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64");
    }
}
