package org.patchbay.calls.machine;

import java.util.Locale;

/// Whose end of the call a leg is.
public enum LegKind {
    CUSTOMER,
    AGENT,
    /// A phone that a call was forwarded to.
    THIRD_PARTY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static LegKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
