package org.patchbay.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OperatorsGuideTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(PATCHBAY_[A-Z_]+)` \\|");

    @Test
    void theOperatorsGuideHasALineForEverySettingAndForNoOther() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "operating.md"));

        List<String> told =
                ROW.matcher(guide).results().map(row -> row.group(1)).toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(SettingsReader.names());
    }
}
