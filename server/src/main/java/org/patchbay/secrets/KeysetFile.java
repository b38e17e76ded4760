package org.patchbay.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A keyset in a file that only its user can read. Another process may rotate it at any time: each use looks
/// whether the file is still the same.
final class KeysetFile implements Keysets {

    /// What changes when another file is moved into place.
    private record Stamp(@Nullable Object key, FileTime modified, long size) {}

    /// @param previous what it was before the last change: a row read before a rotation ended may need it
    private record Known(
            Stamp stamp, Keyset keyset, @Nullable Keyset previous) {}

    private final Path path;
    private volatile Known known;

    private KeysetFile(Path path) throws IOException {
        this.path = path;
        this.known = new Known(stamp(), read(), null);
    }

    /// Opens the file, or makes one with a new key.
    ///
    /// @throws KeysetUnusable if what is there is no keyset
    static KeysetFile open(Path path) {
        try {
            if (!Files.exists(path)) {
                make(path);
            }
            return new KeysetFile(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not read or make the keyset file " + path, failed);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public Keyset forEncrypting() {
        try {
            return refreshed(false).keyset();
        } catch (IOException gone) {
            throw new KeysetUnusable("The keyset file " + path + " can not be read. Restore it from a backup.");
        }
    }

    @Override
    public List<Keyset> forDecrypting() {
        return known(false);
    }

    @Override
    public List<Keyset> readAnew() {
        return known(true);
    }

    /// Puts another keyset in its place, durably and in one step.
    void replace(Keyset keyset) {
        try {
            Path unfinished = write(path, keyset);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(directoryOf(path));
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not write the keyset file " + path, failed);
        }
    }

    private List<Keyset> known(boolean anew) {
        Known now = known;
        try {
            now = refreshed(anew);
        } catch (IOException | KeysetUnusable gone) {
            // What we have in memory still decrypts; encrypting is refused.
        }
        return now.previous() == null ? List.of(now.keyset()) : List.of(now.keyset(), now.previous());
    }

    private Known refreshed(boolean anew) throws IOException {
        Known before = known;
        Stamp stamp = stamp();
        if (!anew && stamp.equals(before.stamp())) {
            return before;
        }
        Keyset keyset = read();
        boolean same = keyset.toJson().equals(before.keyset().toJson());
        Known now =
                same ? new Known(stamp, before.keyset(), before.previous()) : new Known(stamp, keyset, before.keyset());
        known = now;
        return now;
    }

    /// Taken before the content: a change in between is then seen at the next use.
    private Stamp stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
    }

    private Keyset read() throws IOException {
        return Keyset.parse(Files.readString(path))
                .orElseThrow(() -> new KeysetUnusable(
                        "The file " + path + " is not a keyset as Tink writes it in JSON. Restore it from a backup."));
    }

    /// A link and not a move: it fails when another process was faster, whose keyset then counts.
    private static void make(Path path) throws IOException {
        Files.createDirectories(directoryOf(path));
        Path unfinished = write(path, Keyset.generate());
        try {
            Files.createLink(path, unfinished);
        } catch (FileAlreadyExistsException faster) {
            return;
        } finally {
            Files.delete(unfinished);
        }
        force(directoryOf(path));
    }

    private static Path write(Path path, Keyset keyset) throws IOException {
        Path unfinished = Files.createTempFile(
                directoryOf(path),
                "keyset-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, keyset.toJson().getBytes(StandardCharsets.UTF_8));
        force(unfinished);
        return unfinished;
    }

    /// Without this a power cut could keep rows encrypted with a key that was never on the disk.
    private static void force(Path fileOrDirectory) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path directoryOf(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }
}
