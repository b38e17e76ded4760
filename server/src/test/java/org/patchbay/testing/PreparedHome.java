package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.patchbay.database.embedded.EmbeddedCluster;

/// Directories for embedded databases that are as after a first start, which takes seconds: made once and
/// copied.
public final class PreparedHome {

    private PreparedHome() {}

    /// A directory with the programs only: the first start is still to come.
    ///
    /// @param data the data directory; what is made is its `postgres`
    public static Path withoutData(Path data) throws IOException {
        TestCluster.cluster();
        Path home = Files.createDirectories(data.resolve("postgres"));
        Files.createSymbolicLink(home.resolve("programs"), TestCluster.home().resolve("programs"));
        return home;
    }

    /// A directory whose database was made and stopped cleanly, and has no tables yet.
    public static Path with(Path data) throws IOException {
        Path home = withoutData(data);
        Path made = Template.HOME;
        Files.copy(made.resolve("credentials"), home.resolve("credentials"));
        try (Stream<Path> files = Files.walk(made.resolve("data"))) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(made.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return home;
    }

    private static final class Template {
        static final Path HOME = make();

        private static Path make() {
            try {
                Path data = TestHome.resolve("prepared");
                Path home = data.resolve("postgres");
                if (!Files.exists(home.resolve("data"))) {
                    withoutData(data);
                    EmbeddedCluster.open(home).close();
                }
                return home;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
