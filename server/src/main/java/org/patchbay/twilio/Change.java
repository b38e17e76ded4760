package org.patchbay.twilio;

import java.util.function.Supplier;
import org.patchbay.twilio.TwilioFailure.Kind;

/// What became of a wish to change something that is going on at Twilio, and may end at any moment.
public enum Change {
    /// It is as it was wished.
    CHANGED,
    /// It is live, but not in the state for this: nobody has answered the call that is to hear something
    /// else, or somebody has answered the one that is to be given up.
    NOT_NOW,
    /// It is over already, or Twilio never had it. Nothing is left to be done.
    OVER;

    /// Twilio's "Invalid call state": of a call that is over, but also of one that is not that far yet.
    private static final int INVALID_STATE = 21220;

    /// @param wish sends the change
    /// @param otherwise looks, when the state does not allow it
    static Change of(Runnable wish, Supplier<Change> otherwise) {
        try {
            wish.run();
            return CHANGED;
        } catch (TwilioFailure failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return OVER;
            }
            if (failure.code().orElse(0) == INVALID_STATE) {
                return otherwise.get();
            }
            throw failure;
        }
    }

    /// For what can only be refused because it is over.
    static Change of(Runnable wish) {
        return of(wish, () -> OVER);
    }
}
