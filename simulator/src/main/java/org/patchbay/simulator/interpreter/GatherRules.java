package org.patchbay.simulator.interpreter;

/// When `<Gather>` has enough keys (<https://www.twilio.com/docs/voice/twiml/gather>).
///
/// @param finishOnKey keys that end it; empty for none
/// @param numDigits how many are wanted; 0 for no limit
record GatherRules(String finishOnKey, int numDigits) {

    sealed interface Decision {
        /// @param digits all that were collected so far
        record More(String digits) implements Decision {}

        /// @param digits without the key that ended it
        /// @param finishedOnKey that key, or empty when the number was reached
        record Enough(String digits, String finishedOnKey) implements Decision {}
    }

    /// The finishing key counts only after another one: on its own it is nothing.
    Decision key(String digits, char key) {
        if (finishOnKey.indexOf(key) >= 0) {
            return digits.isEmpty() ? new Decision.More(digits) : new Decision.Enough(digits, String.valueOf(key));
        }
        String collected = digits + key;
        return numDigits > 0 && collected.length() >= numDigits
                ? new Decision.Enough(collected, "")
                : new Decision.More(collected);
    }
}
