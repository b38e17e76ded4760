package org.patchbay.simulator.messages;

import java.util.Locale;
import java.util.Optional;

/// The words that Twilio itself understands on long codes and toll-free numbers
/// (<https://help.twilio.com/articles/223134027>).
enum Keyword {
    STOP,
    START,
    HELP;

    /// A text of one keyword only, in any case, blanks around it ignored.
    ///
    /// @param tollFree only START and UNSTOP undo a STOP there
    static Optional<Keyword> of(String body, boolean tollFree) {
        return switch (body.strip().toUpperCase(Locale.ROOT)) {
            case "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT" -> Optional.of(STOP);
            case "START", "UNSTOP" -> Optional.of(START);
            case "YES" -> tollFree ? Optional.empty() : Optional.of(START);
            case "HELP", "INFO" -> Optional.of(HELP);
            default -> Optional.empty();
        };
    }

    /// What Twilio sends back by default.
    String reply() {
        return switch (this) {
            case STOP ->
                "You have successfully been unsubscribed. You will not receive any more messages from this number."
                        + " Reply START to resubscribe.";
            case START ->
                "You have successfully been re-subscribed to messages from this number. Reply HELP for help."
                        + " Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
            case HELP -> "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
        };
    }
}
