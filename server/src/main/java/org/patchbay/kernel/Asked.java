package org.patchbay.kernel;

import org.jspecify.annotations.Nullable;

/// What somebody looks for in a list, a number or words, as PostgreSQL can be asked for it: not with U+0000, which
/// nothing that is kept has.
public final class Asked {

    private Asked() {}

    /// @return empty where nothing is left that could be found
    public static String of(String asked) {
        return asked.replace("\0", "").strip();
    }

    /// @return null where nothing is asked for: the field was left out, or left empty
    public static @Nullable String orNull(@Nullable String asked) {
        return asked == null || asked.isBlank() ? null : of(asked);
    }
}
