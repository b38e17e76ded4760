package org.patchbay.twilio;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.patchbay.twilio.TwilioFailure.Kind;

/// What Twilio does not have: an answer here, not a failure.
final class Gone {

    private Gone() {}

    /// @return true, however it came that it is not there
    static boolean orRemoved(BooleanSupplier removal) {
        return found(removal::getAsBoolean).orElse(true);
    }

    static <T> Optional<T> found(Supplier<T> fetch) {
        try {
            return Optional.of(fetch.get());
        } catch (TwilioFailure failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
