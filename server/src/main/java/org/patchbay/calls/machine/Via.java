package org.patchbay.calls.machine;

import java.util.Locale;

/// How a call came about.
public enum Via {
    /// Somebody called a number of ours.
    NUMBER,
    /// A member pressed Call; their browser joins first.
    BROWSER,
    /// A member pressed Call; their own phone rings first.
    PHONE,
    /// Another system asked for it; the member's browser rings first.
    API;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Via of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
