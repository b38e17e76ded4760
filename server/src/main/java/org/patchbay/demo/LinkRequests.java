package org.patchbay.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.patchbay.kernel.settings.Settings;
import org.springframework.stereotype.Component;

/// Answers `./run links`, which leaves a file `run/links.wanted` in the data directory and waits until it
/// is gone. A file and not a port: the directory's permissions already say who may ask.
@Component
class LinkRequests {

    private final DemoLinks links;
    private final Path wanted;

    LinkRequests(DemoLinks links, Settings settings) {
        this.links = links;
        this.wanted = settings.dataDir().resolve("run").resolve("links.wanted");
    }

    /// Writes new links if somebody asked for them since the last look.
    void answer() {
        if (!Files.exists(wanted)) {
            return;
        }
        try {
            links.write();
            Files.deleteIfExists(wanted); // last: its absence says that the links are there
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
