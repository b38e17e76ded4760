package org.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    private static final List<Path> TESTS = List.of(
            Path.of("src", "test", "java", "org", "patchbay"),
            Path.of("..", "system-tests", "src", "test", "java", "org", "patchbay", "systemtests"));
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+/)*[A-Z]\\w*Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatARuleNamesExists() throws IOException {
        List<String> missing = NAMED.matcher(Files.readString(Path.of("..", "docs", "invariants.md")))
                .results()
                .filter(named -> !exists(named))
                .map(MatchResult::group)
                .toList();
        assertThat(missing).isEmpty();
    }

    private static boolean exists(MatchResult named) {
        return TESTS.stream().anyMatch(folder -> isIn(folder, named));
    }

    private static boolean isIn(Path folder, MatchResult named) {
        Path test = folder.resolve(named.group(1) + ".java");
        try {
            return Files.exists(test)
                    && (named.group(2) == null || Files.readString(test).contains(" " + named.group(2) + "("));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
