package org.patchbay.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list, as the API answers it.
///
/// @param items in the list's order
/// @param nextCursor where the next page begins; null on the last page
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /// A page out of one row more than asked for: the surplus row tells that there is a next page.
    ///
    /// @param rows at most `limit + 1`
    /// @param keyOf what identifies a row's place in the order, as parts of a [Cursor]
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, List<String>> keyOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, Cursor.encode(keyOf.apply(shown.getLast())));
    }
}
