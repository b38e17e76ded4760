package org.patchbay.twilio;

import java.util.Locale;

/// Which Twilio a workspace's account is at.
public enum TwilioEnvironment {
    /// The real one; it must be able to reach us from outside.
    TWILIO,
    /// The simulator beside this server.
    SIMULATOR;

    /// As the database and the API write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for anything else than a [#code()]
    public static TwilioEnvironment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
