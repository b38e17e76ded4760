package org.patchbay.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a number's calls are recorded.
public enum Recording {
    /// As the workspace says.
    INHERIT,
    ON,
    OFF;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Recording of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
