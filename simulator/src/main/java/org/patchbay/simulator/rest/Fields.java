package org.patchbay.simulator.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.simulator.http.Params;

/// Reads the fields of a form, with Twilio's codes for what is missing or wrong.
public record Fields(Params form) {

    /// A field that is present and not empty.
    public Optional<String> text(String name) {
        return form.first(name).filter(value -> !value.isEmpty());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /// @throws RestError 400 with `code` when absent or empty
    public String required(String name, int code) {
        return text(name).orElseThrow(() -> RestError.badRequest(code, "A '" + name + "' is required."));
    }

    /// `true` in any case; anything else counts as false, as Twilio documents for Muted.
    public Optional<Boolean> flag(String name) {
        return text(name).map(value -> value.equalsIgnoreCase("true"));
    }

    public boolean flag(String name, boolean otherwise) {
        return flag(name).orElse(otherwise);
    }

    /// @throws RestError 400/20001 when not a whole number within the bounds
    public int number(String name, int otherwise, int least, int most) {
        return number(name, least, most).orElse(otherwise);
    }

    public Optional<Integer> number(String name, int least, int most) {
        return text(name).map(value -> {
            try {
                int number = Integer.parseInt(value.trim());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, as for a number out of bounds.
            }
            throw RestError.badRequest(
                    20001, name + " must be a whole number from " + least + " to " + most + ", not '" + value + "'");
        });
    }

    /// @throws RestError 400 with `code` when the value is none of `allowed`
    public Optional<String> oneOf(String name, int code, String... allowed) {
        return text(name).map(value -> {
            if (!List.of(allowed).contains(value)) {
                throw RestError.badRequest(code, name + " must be one of " + Arrays.toString(allowed));
            }
            return value;
        });
    }

    /// GET or POST.
    public String method(String name, String otherwise) {
        String method = text(name, otherwise).toUpperCase(Locale.ROOT);
        if (!method.equals("GET") && !method.equals("POST")) {
            throw RestError.badRequest(20001, name + " must be GET or POST");
        }
        return method;
    }

    /// An absolute http or https URL.
    ///
    /// @throws RestError 400/21205 when it is something else
    public Optional<String> url(String name) {
        return text(name).map(value -> {
            if (!WebUrls.isValid(value)) {
                throw RestError.badRequest(21205, name + " is not a valid URL: " + value);
            }
            return value;
        });
    }

    /// A list sent as a repeated field, as one value with blanks, or both; duplicates are kept.
    public List<String> words(String name) {
        return form.values(name).stream()
                .flatMap(value -> Arrays.stream(value.trim().split("[\\s,]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
