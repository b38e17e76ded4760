package org.patchbay.contacts.csv;

import java.util.List;

/// @param line where it begins in the file, the first is 1; with line ends inside quotes, rows are longer than lines
public record CsvRow(int line, List<String> fields) {

    public CsvRow {
        fields = List.copyOf(fields);
    }

    /// @return empty where the row is shorter
    public String field(int column) {
        return column < fields.size() ? fields.get(column) : "";
    }

    public boolean isBlank() {
        return fields.stream().allMatch(String::isBlank);
    }
}
