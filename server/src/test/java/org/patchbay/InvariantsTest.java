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
        return TESTS.stream()
                .map(tests -> tests.resolve(named.group(1) + ".java"))
                .filter(Files::exists)
                .anyMatch(test -> named.group(2) == null || has(test, named.group(2)));
    }

    private static boolean has(Path test, String method) {
        try {
            return Files.readString(test).contains(" " + method + "(");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
