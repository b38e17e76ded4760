package org.patchbay.twilio;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// In what something at Twilio can be other than we want it.
public enum Aspect {
    /// A number asks another TwiML app, or none.
    APP,
    /// A number's calls go to a SIP trunk.
    TRUNK,
    SMS_URL,
    SMS_METHOD,
    /// A number's texts go to a TwiML app.
    SMS_APP,
    STATUS_URL,
    STATUS_METHOD,
    /// A number that is at Twilio and was not known here.
    NEW,
    /// A number that was known here and is not at Twilio any more.
    RELEASED,
    /// Another workspace has the number.
    ELSEWHERE,
    /// Our app or key is gone.
    MISSING,
    VOICE_URL,
    FALLBACK_URL,
    METHOD,
    SUSPENDED,
    CLOSED,
    /// We are reached under another address than Twilio was told.
    CHANGED,
    /// Our address is not reached from outside.
    UNREACHABLE;

    /// As the database and the API write it.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Aspect of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
