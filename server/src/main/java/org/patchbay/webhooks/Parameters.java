package org.patchbay.webhooks;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
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

    /// Decoding to bytes first: `URLDecoder` would put a replacement where bytes are not UTF-8, and the
    /// signature would then be wrong for a reason that nobody sees.
    private static String decoded(String encoded) throws Malformed {
        if (standsForItself(encoded)) {
            return encoded;
        }
        try {
            byte[] bytes =
                    URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            throw new Malformed();
        }
    }

    private static boolean standsForItself(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next >= 0x80 || next == '%' || next == '+') {
                return false;
            }
        }
        return true;
    }
}
