package org.patchbay.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Page] of a list whose length is told at its begin.
///
/// @param total how many there are in all; on the first page only
public record CountedPage<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable Long total) {

    public CountedPage {
        items = List.copyOf(items);
    }

    public static <T> CountedPage<T> of(Page<T> page, @Nullable Long total) {
        return new CountedPage<>(page.items(), page.nextCursor(), total);
    }
}
