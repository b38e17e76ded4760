package org.patchbay.contacts.csv;

import java.util.Comparator;
import java.util.List;

/// A table out of a file: commas, semicolons or tabs between fields, whichever makes most columns of the first
/// line; with or without a byte order mark; lines ended by LF, CR LF or CR.
///
/// Source: [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180). Beyond it, Excel's first line `sep=;` says the
/// separator, a quote inside a field that does not begin with one is a character like others, and lines with
/// nothing in them are passed over.
///
/// @param rows the first one names the columns
public record CsvTable(char separator, List<CsvRow> rows) {

    private static final String SEPARATORS = ",;\t";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String EXCEL = "(?s)(?i)sep=[,;\t][\r\n].*";

    public CsvTable {
        rows = List.copyOf(rows);
    }

    /// @throws UnclosedQuote if the end of the file is inside quotes
    public static CsvTable read(String file) {
        String text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
        if (text.matches(EXCEL)) {
            char separator = text.charAt(4);
            List<CsvRow> rows = new CsvParser(text, separator).rows();
            return new CsvTable(separator, rows.subList(1, rows.size()));
        }
        char separator = SEPARATORS
                .chars()
                .mapToObj(candidate -> (char) candidate)
                .max(Comparator.comparingInt((Character candidate) ->
                                new CsvParser(text, candidate).first().fields().size())
                        .thenComparingInt(candidate -> -SEPARATORS.indexOf(candidate)))
                .orElseThrow();
        return new CsvTable(separator, new CsvParser(text, separator).rows());
    }
}
