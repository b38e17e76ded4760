package org.patchbay.contacts.csv;

import java.util.ArrayList;
import java.util.List;

/// Goes through a text once, field by field.
final class CsvParser {

    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    CsvParser(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /// Those with something in them.
    List<CsvRow> rows() {
        List<CsvRow> rows = new ArrayList<>();
        while (at < text.length()) {
            CsvRow row = row();
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// The first row with something in it; an empty one where there is none.
    CsvRow first() {
        while (at < text.length()) {
            CsvRow row = row();
            if (!row.isBlank()) {
                return row;
            }
        }
        return new CsvRow(line, List.of());
    }

    private CsvRow row() {
        int begun = line;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            fields.add(field());
        }
        if (at < text.length()) {
            lineEnd();
        }
        return new CsvRow(begun, fields);
    }

    private String field() {
        int begun = at;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == QUOTE) {
            return quoted();
        }
        at = begun;
        return plain();
    }

    private String plain() {
        int begun = at;
        while (at < text.length() && !endsField(text.charAt(at))) {
            at++;
        }
        return text.substring(begun, at);
    }

    private boolean endsField(char next) {
        return next == separator || next == '\n' || next == '\r';
    }

    /// What stands between a closing quote and the next separator belongs to the field.
    private String quoted() {
        int begun = line;
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
            if (at == text.length()) {
                throw new UnclosedQuote(begun);
            }
            char next = text.charAt(at);
            if (next == QUOTE && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
                field.append(QUOTE);
                at += 2;
            } else if (next == QUOTE) {
                at++;
                return field.append(plain().stripTrailing()).toString();
            } else {
                int before = at;
                if (next == '\n' || next == '\r') {
                    lineEnd();
                } else {
                    at++;
                }
                field.append(text, before, at);
            }
        }
    }

    private void lineEnd() {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
    }
}
