package org.patchbay.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.patchbay.kernel.settings.Settings;
import org.springframework.stereotype.Component;

/// The built desk: from a directory where one is set, else from inside the jar (`/desk`). Its files never
/// change while we run, and are small, so they are kept in memory.
@Component
class DeskFiles {

    private static final byte[] NONE = new byte[0];

    private final Optional<Path> directory;
    private final ConcurrentMap<String, byte[]> files = new ConcurrentHashMap<>();

    DeskFiles(Settings settings) {
        this.directory = settings.deskDir().map(path -> path.toAbsolutePath().normalize());
    }

    /// @param path below the desk's root, such as `assets/index-3f2a.js`
    /// @return empty where there is no such file
    Optional<byte[]> read(String path) {
        byte[] known = files.get(path);
        if (known == null) {
            known = load(path);
            if (known.length > 0) { // strangers ask for anything; only what is there is remembered
                files.put(path, known);
            }
        }
        return known.length == 0 ? Optional.empty() : Optional.of(known);
    }

    private byte[] load(String path) {
        if (path.isEmpty() || path.contains("..") || path.contains("\\") || path.indexOf('\0') >= 0) {
            return NONE;
        }
        try {
            return directory.isPresent() ? fromDirectory(directory.get(), path) : fromJar(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] fromDirectory(Path root, String path) throws IOException {
        Path file = root.resolve(path).normalize();
        return file.startsWith(root) && Files.isRegularFile(file) ? Files.readAllBytes(file) : NONE;
    }

    private static byte[] fromJar(String path) throws IOException {
        try (InputStream file = DeskFiles.class.getResourceAsStream("/desk/" + path)) {
            return file == null ? NONE : file.readAllBytes();
        }
    }
}
