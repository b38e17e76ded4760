package org.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.testing.TestCluster;

class CommandsTest {

    @TempDir
    private Path data;

    private final List<String> said = new ArrayList<>();

    @Test
    void theKeysetIsRotatedWithoutAServerAndBesideARunningOne() throws Exception {
        Path home = Files.createDirectory(data.resolve("postgres"));
        TestCluster.cluster();
        Files.createSymbolicLink(home.resolve("programs"), TestCluster.home().resolve("programs"));
        Settings settings = Settings.from(Map.of("PATCHBAY_DATA_DIR", data.toString()));

        assertThat(Commands.run(settings, "rotate-keyset", said::add)).isZero();
        String first = Files.readString(settings.dataDir().resolve("keyset.json"));
        try (EmbeddedCluster server = EmbeddedCluster.open(home)) {
            assertThat(Commands.run(settings, "rotate-keyset", said::add)).isZero();
            TestCluster.execute(server.urls().server(), "select 1"); // it still runs
        }

        assertThat(Files.readString(settings.dataDir().resolve("keyset.json"))).isNotEqualTo(first);
        assertThat(said).filteredOn(line -> line.startsWith("Re-encrypted 0")).hasSize(2);
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheKnownOnesAndTouchesNothing() {
        Settings settings = Settings.from(Map.of("PATCHBAY_DATA_DIR", data.toString()));

        assertThat(Commands.run(settings, "rotate", said::add)).isEqualTo(64);

        assertThat(said).singleElement().asString().contains("rotate-keyset");
        assertThat(data).isEmptyDirectory();
    }
}
