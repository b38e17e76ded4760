package org.patchbay.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a number stands between Twilio and us.
public enum Connection {
    /// Not set up yet.
    WAITING,
    CONNECTED,
    /// Ours, and changed at Twilio since.
    DRIFTED,
    /// It belongs to a SIP trunk or another tool's app; taken over only when somebody says so.
    ASKS,
    /// An admin left it to whoever has it.
    LEFT,
    /// Another workspace has it.
    ELSEWHERE,
    /// Twilio refused to set it up.
    FAILED;

    /// As the database and the API write it.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Connection of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
