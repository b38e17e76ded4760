package org.patchbay.simulator.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What Twilio's codes mean (<https://www.twilio.com/docs/simulator/errors>), of those that the simulator
/// uses.
final class ErrorTexts {

    private final Map<Integer, ErrorText> byCode;

    /// @param level `error` or `warning`
    /// @param title Twilio's
    /// @param plain the same in a sentence that helps
    record ErrorText(int code, String level, String title, String plain) {}

    ErrorTexts() {
        byCode = read().lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(ErrorTexts::parse)
                .collect(Collectors.toUnmodifiableMap(ErrorText::code, text -> text));
    }

    Optional<ErrorText> of(int code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static ErrorText parse(String line) {
        String[] columns = line.split("\t", -1);
        return new ErrorText(Integer.parseInt(columns[0]), columns[1], columns[2], columns[3]);
    }

    private static String read() {
        try (InputStream in = ErrorTexts.class.getResourceAsStream("errors.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the jar has no errors.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
