package org.patchbay.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvTableTest {

    /// A table, and how somebody chose to write it.
    record File(List<List<String>> rows, char separator, String lineEnd, boolean mark, boolean quoteAll, boolean open) {

        String written() {
            String lines = rows.stream()
                    .map(row -> row.stream().map(this::field).collect(Collectors.joining(String.valueOf(separator))))
                    .collect(Collectors.joining(lineEnd));
            return (mark ? "\uFEFF" : "") + lines + (open ? "" : lineEnd);
        }

        private String field(String field) {
            boolean quoted = quoteAll
                    || field.startsWith(" ")
                    || field.chars().anyMatch(c -> c == separator || "\"\r\n".indexOf(c) >= 0);
            return quoted ? '"' + field.replace("\"", "\"\"") + '"' : field;
        }
    }

    @Provide
    Arbitrary<File> files() {
        Arbitrary<String> head = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> field = Arbitraries.strings()
                .withChars("ab ,;\t\"\r\nä€'=+")
                .withChars('\u2028', '0')
                .ofMaxLength(6)
                .filter(text -> !text.equals("\uFEFF"));
        Arbitrary<List<List<String>>> rows = Arbitraries.integers()
                .between(2, 5)
                .flatMap(width -> {
                    Arbitrary<List<String>> row = field.list()
                            .ofSize(width)
                            .filter(fields -> fields.stream().anyMatch(text -> !text.isBlank()));
                    return Combinators.combine(
                                    head.list().ofSize(width), row.list().ofMaxSize(6))
                            .as((first, others) -> Stream.concat(Stream.of(first), others.stream())
                                    .toList());
                });
        return Combinators.combine(
                        rows,
                        Arbitraries.of(',', ';', '\t'),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(File::new);
    }

    @Property
    void whatWasWrittenIsReadHoweverItWasWritten(@ForAll("files") File file) {
        CsvTable table = CsvTable.read(file.written());

        assertThat(table.separator()).isEqualTo(file.separator());
        assertThat(table.rows().stream().map(CsvRow::fields)).isEqualTo(file.rows());
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            assertThat(CsvTable.read(text).rows())
                    .allSatisfy(row -> assertThat(row.isBlank()).isFalse());
        } catch (UnclosedQuote refused) {
            assertThat(text).contains("\"");
        }
    }

    @Example
    void rowsKnowTheirLineInTheFile() {
        CsvTable table = CsvTable.read("name,notes\r\nAda,\"two\r\nlines\"\r\n\r\n , \r\nBruno,\r\n");

        assertThat(table.rows()).extracting(CsvRow::line).containsExactly(1, 2, 6);
        assertThat(table.rows().get(1).field(1)).isEqualTo("two\r\nlines");
        assertThat(table.rows().get(2).field(7)).isEmpty();
    }

    @Example
    void excelMaySayItsSeparator() {
        CsvTable table = CsvTable.read("sep=;\r\na,b;c\r\n");

        assertThat(table.separator()).isEqualTo(';');
        assertThat(table.rows()).containsExactly(new CsvRow(2, List.of("a,b", "c")));
    }

    @Example
    void aQuoteInsideAFieldIsACharacterLikeOthers() {
        assertThat(CsvTable.read("name,size\nAda,5\" nail\n \"Bruno\" ,1\n").rows())
                .extracting(CsvRow::fields)
                .containsExactly(List.of("name", "size"), List.of("Ada", "5\" nail"), List.of("Bruno", "1"));
    }

    @Example
    void aQuoteThatIsNeverClosedIsNamed() {
        assertThatThrownBy(() -> CsvTable.read("name\nAda\n\"Bruno\nCleo\n"))
                .isInstanceOfSatisfying(
                        UnclosedQuote.class,
                        refused -> assertThat(refused.line()).isEqualTo(3));
    }
}
