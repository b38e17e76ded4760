package org.patchbay.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.kernel.settings.Settings;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

class RunningFileTest {

    @TempDir
    private Path data;

    @Test
    void aLaunchedServerTellsWhereItIsAsLongAsItRuns() throws IOException {
        RunningFile file = file(ParentWatch.OPTION);

        file.ready();
        assertThat(written())
                .hasContent("{\"pid\":" + ProcessHandle.current().pid()
                        + ",\"desk\":\"http://localhost:4711\",\"management\":\"http://localhost:4712\""
                        + ",\"since\":\"2026-11-21T00:00:00Z\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written())))
                .isEqualTo("rw-------");

        file.gone();
        assertThat(written()).doesNotExist();
    }

    @Test
    void aServerThatNobodyLaunchedWritesNothing() throws IOException {
        RunningFile file = file();

        file.ready();
        file.gone();

        assertThat(data).isEmptyDirectory();
    }

    private Path written() {
        return data.resolve("run/server.json");
    }

    private RunningFile file(String... arguments) {
        return new RunningFile(
                Settings.from(Map.of("PATCHBAY_DATA_DIR", data.toString())),
                new DefaultApplicationArguments(arguments),
                new MockEnvironment()
                        .withProperty("local.server.port", "4711")
                        .withProperty("local.management.port", "4712"),
                JsonMapper.shared(),
                Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC));
    }
}
