package org.patchbay.calls.ingest;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Ids as a literal of PostgreSQL's `uuid[]`, which it reads faster than JSON.
final class UuidArray {

    private UuidArray() {}

    static <T> String of(Collection<T> items, Function<T, UUID> id) {
        return items.stream().map(id).map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
