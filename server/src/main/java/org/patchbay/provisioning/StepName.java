package org.patchbay.provisioning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The steps of setting an account up, and of clearing it.
public enum StepName {
    /// Twilio accepts them, and the account is active.
    CREDENTIALS,
    /// They are kept encrypted.
    SAVING,
    /// There is one API key of ours, and we know its secret.
    KEY,
    /// There is one TwiML app of ours, and it asks us.
    APP,
    /// Every number is known here and asks us.
    NUMBERS,
    /// All of it was read back, and Twilio can reach us.
    VERIFY,
    /// Every number has what it had before us.
    GIVE_BACK,
    REMOVE_APP,
    REMOVE_KEY,
    /// Nothing of the account is left here.
    FORGET;

    /// As the database and the API write it.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static StepName of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
