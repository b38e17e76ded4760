package org.patchbay.simulator.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorTextsTest {

    /// Of voice, REST, messaging and speech; nothing else in the sources has five such digits, but for the
    /// samples and rates of the media package, which knows no codes.
    private static final Pattern CODE =
            Pattern.compile("(?<![\\w.+])(1[1-6]\\d{3}|2[01]\\d{3}|3[02]\\d{3}|35\\d{3})(?![\\w_])");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void everyCodeThatTheSimulatorUsesIsExplained() throws IOException {
        var texts = new ErrorTexts();
        var missing = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.startsWith(SOURCES.resolve("org/patchbay/simulator/media")))
                    .toList()) {
                var codes = CODE.matcher(Files.readString(file));
                while (codes.find()) {
                    if (texts.of(Integer.parseInt(codes.group())).isEmpty()) {
                        missing.add(codes.group() + " in " + SOURCES.relativize(file));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void anExplanationIsASentence() {
        assertThat(new ErrorTexts().of(11200)).hasValueSatisfying(text -> {
            assertThat(text.level()).isEqualTo("error");
            assertThat(text.title()).isEqualTo("HTTP retrieval failure");
            assertThat(text.plain()).endsWith(".");
        });
    }
}
