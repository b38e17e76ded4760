package org.patchbay.provisioning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.TwilioEnvironment;

/// Which account a workspace has, what is being done to it, and how it was found last; as the API shows it.
///
/// @param baseUrl what the account was last told to reach us under
/// @param currentBaseUrl what it would be told now
public record Configuration(
        State state,
        @Nullable TwilioEnvironment environment,
        @Nullable String accountSid,
        @Nullable String accountName,
        boolean trial,
        @Nullable String appSid,
        @Nullable String apiKeySid,
        boolean secondaryToken,
        @Nullable String baseUrl,
        @Nullable String currentBaseUrl,
        @Nullable Instant configuredAt,
        Counts numbers,
        Offers offers,
        @Nullable Run run,
        @Nullable Check check) {

    public enum State {
        NONE,
        WORKING,
        READY,
        ATTENTION;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What happened last decides.
        static State of(boolean connected, @Nullable Run run, @Nullable Check check) {
            if (run != null && run.running()) {
                return WORKING;
            }
            if (!connected) {
                return NONE;
            }
            boolean checkedSince = check != null
                    && (run == null || run.endedAt() == null || !check.at().isBefore(run.endedAt()));
            if (!checkedSince && run != null && run.state() != RunState.DONE) {
                return ATTENTION;
            }
            return check != null && check.state() == CheckState.OK ? READY : ATTENTION;
        }
    }

    public record Counts(int total, int connected, int attention) {}

    /// What can be connected here.
    ///
    /// @param twilio real accounts
    /// @param practiceAccount whether an account of the simulator can be made
    public record Offers(boolean twilio, boolean simulator, boolean practiceAccount) {}
}
