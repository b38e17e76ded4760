package org.patchbay.twilio;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Which Twilio a workspace's account is at.
public enum TwilioEnvironment {
    /// The real one; it must be able to reach us from outside.
    TWILIO,
    /// The simulator beside this server.
    SIMULATOR;

    /// As the database and the API write it.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for anything else than a [#code()]
    @JsonCreator
    public static TwilioEnvironment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
