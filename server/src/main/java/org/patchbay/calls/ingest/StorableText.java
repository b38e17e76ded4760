package org.patchbay.calls.ingest;

import java.util.Collection;
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

    /// @return what was given, where it can be stored as it is: nearly always
    @SuppressWarnings("unchecked") // only read from then on
    static Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> data) {
        return isStorable(data) ? (Map<String, @Nullable Object>) data : replaced(data);
    }

    private static boolean isStorable(@Nullable Object value) {
        return switch (value) {
            case String text -> text.indexOf(NUL) < 0;
            case List<?> list -> areStorable(list);
            case Map<?, ?> map -> areStorable(map.keySet()) && areStorable(map.values());
            case null, default -> true;
        };
    }

    private static boolean areStorable(Collection<?> values) {
        for (Object value : values) {
            if (!isStorable(value)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, @Nullable Object> replaced(Map<String, ? extends @Nullable Object> data) {
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
