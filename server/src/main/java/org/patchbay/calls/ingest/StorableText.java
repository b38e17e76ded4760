package org.patchbay.calls.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's text and jsonb hold every character but U+0000; it becomes U+FFFD, so that nothing which
/// Twilio sends is refused for it.
final class StorableText {

    private static final char NUL = '\u0000';
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    static String of(String text) {
        return text.indexOf(NUL) < 0 ? text : text.replace(NUL, REPLACEMENT);
    }

    static Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> data) {
        Map<String, @Nullable Object> storable = new LinkedHashMap<>();
        data.forEach((name, value) -> storable.put(of(name), ofAny(value)));
        return storable;
    }

    private static @Nullable Object ofAny(@Nullable Object value) {
        return switch (value) {
            case String text -> of(text);
            case List<?> list -> list.stream().map(StorableText::ofAny).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> storable = new LinkedHashMap<>();
                map.forEach((name, inner) -> storable.put(of(String.valueOf(name)), ofAny(inner)));
                yield storable;
            }
            case null, default -> value;
        };
    }
}
