package org.patchbay.simulator.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;

/// Where recordings lie while the simulator runs. They go with it, as the REST resources do.
final class RecordingFolder implements AutoCloseable {

    private final Path folder;

    private RecordingFolder(Path folder) {
        this.folder = folder;
    }

    static RecordingFolder create() {
        try {
            return new RecordingFolder(Files.createTempDirectory("patchbay-recordings-"));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for recordings", e);
        }
    }

    Path newFile() {
        return folder.resolve(UUID.randomUUID() + ".wav");
    }

    @Override
    public void close() {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the recordings could not be deleted", e);
        }
    }
}
