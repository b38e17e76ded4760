package org.patchbay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The README's table says which test proves each behaviour; this one proves that they are there.
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("../system-tests/src/test/java"));
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyTestThatTheReadmeNamesExists() throws IOException {
        assertThat(tests()).containsAll(named()).hasSizeGreaterThan(10);
    }

    @Test
    void everyRowOfTheTableNamesItsSourceAndATest() throws IOException {
        List<String> rows = table();
        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(rows).allSatisfy(row -> {
            String[] cells = row.split("\\|");
            assertThat(cells).hasSize(5);
            assertThat(cells[2]).as("source of" + cells[1]).isNotBlank();
            assertThat(TEST.matcher(cells[4]).find()).as("test of" + cells[1]).isTrue();
        });
    }

    private static List<String> table() throws IOException {
        return Files.readString(README)
                .lines()
                .dropWhile(line -> !line.startsWith("| Behaviour"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static Set<String> named() throws IOException {
        return TEST.matcher(Files.readString(README))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> ours = Files.walk(TESTS.getFirst());
                Stream<Path> systems = Files.walk(TESTS.getLast())) {
            return Stream.concat(ours, systems)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
