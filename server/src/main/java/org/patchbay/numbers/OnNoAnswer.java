package org.patchbay.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What happens with a number's call that nobody takes.
public enum OnNoAnswer {
    /// A sentence, and the end.
    MESSAGE,
    /// Another phone rings.
    FORWARD,
    /// The caller may leave a message.
    VOICEMAIL;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static OnNoAnswer of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
