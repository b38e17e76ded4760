package org.patchbay.provisioning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line of the checklist between Twilio and this server.
///
/// @param check credentials, public-url, webhooks, token, callbacks, database or clock
/// @param detail what was found, in a sentence
/// @param remedy what to do about it; null where there is nothing to do
public record Finding(
        String check, State state, String detail, @Nullable String remedy) {

    public enum State {
        OK,
        WARNING,
        FAILED,
        /// Something before it must be right first.
        SKIPPED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, State.OK, detail, null);
    }

    static Finding warning(String check, String detail, String remedy) {
        return new Finding(check, State.WARNING, detail, remedy);
    }

    static Finding failed(String check, String detail, String remedy) {
        return new Finding(check, State.FAILED, detail, remedy);
    }

    static Finding skipped(String check, String detail) {
        return new Finding(check, State.SKIPPED, detail, null);
    }
}
