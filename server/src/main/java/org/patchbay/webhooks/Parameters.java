package org.patchbay.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// What a form or a query says: every parameter in its order, also the empty ones and those that come twice,
/// for the signature covers them all. Servlet containers drop some.
///
/// @param values by name, as often as it came
public record Parameters(Map<String, List<String>> values) {

    static final Parameters NONE = new Parameters(Map.of());

    /// What is no form at all.
    static final class Malformed extends Exception {
        Malformed() {
            super("not application/x-www-form-urlencoded in UTF-8", null, false, false);
        }
    }

    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// @param encoded `application/x-www-form-urlencoded`; ASCII, as it came
    /// @throws Malformed for a broken percent-encoding, or bytes that are not UTF-8
    static Parameters parse(String encoded) throws Malformed {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int from = 0;
        while (from < encoded.length()) {
            int end = encoded.indexOf('&', from);
            String pair = encoded.substring(from, end < 0 ? encoded.length() : end);
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = FormText.decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : FormText.decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
            }
            from = end < 0 ? encoded.length() : end + 1;
        }
        return new Parameters(values);
    }

    static Parameters parse(byte[] encoded) throws Malformed {
        return parse(new String(encoded, StandardCharsets.ISO_8859_1));
    }

    /// The first value of that name; an empty one is none.
    public Optional<String> get(String name) {
        String value = text(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /// The first value of that name, or nothing.
    public String text(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /// All different values of that name, in both.
    SequencedSet<String> all(String name, Parameters others) {
        SequencedSet<String> all = new LinkedHashSet<>(values.getOrDefault(name, List.of()));
        all.addAll(others.values.getOrDefault(name, List.of()));
        return all;
    }

    public Set<String> names() {
        return values.keySet();
    }

    /// The parameters may be a person's words and number.
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
