package org.patchbay.calls.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallView;

/// Calls as a table for spreadsheets.
///
/// Source: [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180).
final class CallCsv {

    private static final List<String> HEAD = List.of(
            "id",
            "created_at",
            "direction",
            "from",
            "to",
            "caller_name",
            "contact",
            "member",
            "status",
            "outcome",
            "end_reason",
            "wait_seconds",
            "duration_seconds",
            "price",
            "price_unit",
            "disposition",
            "tags",
            "notes");

    /// What a spreadsheet takes for the beginning of a formula. A number in E.164 begins so too, and is none.
    private static final String FORMULA = "(?s)[=@\\t\\r].*|[+\\-](?![0-9]+$).*";

    private CallCsv() {}

    static void head(Writer out) {
        write(out, HEAD.stream());
    }

    static void row(Writer out, CallView call) {
        write(
                out,
                Stream.of(
                                call.id(),
                                call.createdAt(),
                                call.direction(),
                                call.from(),
                                call.to(),
                                call.callerName(),
                                call.contactName(),
                                call.memberName(),
                                call.status(),
                                call.outcome(),
                                call.endReason(),
                                call.waitSeconds(),
                                call.durationSeconds(),
                                call.price(),
                                call.priceUnit(),
                                call.disposition(),
                                String.join(" ", call.tags()),
                                call.notes())
                        .map(CallCsv::text));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static void write(Writer out, Stream<String> fields) {
        try {
            out.write(fields.map(CallCsv::field).collect(Collectors.joining(",")));
            out.write("\r\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static String field(String text) {
        String harmless = text.matches(FORMULA) ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
