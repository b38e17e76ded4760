package org.patchbay.calls.machine;

import java.util.Locale;

/// Who began a call.
public enum Direction {
    /// The customer called one of our numbers.
    INBOUND,
    /// One of us called the customer.
    OUTBOUND;

    /// As the database and the API write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Direction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
