package org.patchbay.provisioning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How something done to a Twilio account stands.
public enum RunState {
    RUNNING,
    /// To the end; single numbers may have failed, and say why.
    DONE,
    FAILED,
    /// Somebody stopped it.
    STOPPED;

    /// As the database and the API write it.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static RunState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
