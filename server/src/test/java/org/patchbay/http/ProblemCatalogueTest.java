package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.ProblemType;

class ProblemCatalogueTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (\\d{3}) \\|");

    @Test
    void theDocumentedProblemTypesAreThoseThatExist() throws Exception {
        Map<String, Integer> documented = ROW.matcher(Files.readString(Path.of("..", "docs", "problems.md")))
                .results()
                .collect(Collectors.toMap(
                        (MatchResult row) -> row.group(1),
                        row -> Integer.valueOf(row.group(2)),
                        (one, two) -> one,
                        TreeMap::new));
        assertThat(documented).isEqualTo(existing());
    }

    private static Map<String, Integer> existing() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.patchbay").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(ProblemType.class)
                                && field.getModifiers().contains(JavaModifier.STATIC))
                        .map(ProblemCatalogueTest::value)
                        .collect(Collectors.toMap(
                                ProblemType::slug, ProblemType::status, (one, two) -> one, TreeMap::new));
    }

    private static ProblemType value(JavaField field) {
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return (ProblemType) reflected.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
