package org.patchbay.simulator.phones;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a phone does with texts, as a value.
///
/// ```java
/// TextScript.gets().replies("Yes please", Duration.ofSeconds(3))
/// ```
///
/// @param reception whether texts arrive at all
/// @param replies what it sends back
public record TextScript(Reception reception, List<Reply> replies) {

    /// Whether texts arrive.
    public sealed interface Reception {
        /// Delivered, with a receipt.
        record Receipt() implements Reception {}

        /// Delivered without a receipt: for Twilio, sent is the last that is heard.
        record NoReceipt() implements Reception {}

        /// @param errorCode Twilio's, 30003 to 30008
        record Undelivered(int errorCode) implements Reception {}

        /// Refused before it leaves Twilio.
        ///
        /// @param errorCode Twilio's, e.g. 30007 for filtered
        record Failed(int errorCode) implements Reception {}

        /// No mobile phone: Twilio does not even try.
        record Landline() implements Reception {}
    }

    /// @param trigger the word that the text must contain, in any case; null for every text
    public record Reply(@Nullable String trigger, String body, Duration delay) {
        boolean answers(String text) {
            return trigger == null || text.toLowerCase(Locale.ROOT).contains(trigger.toLowerCase(Locale.ROOT));
        }
    }

    private static final Duration TYPING = Duration.ofSeconds(2);

    public TextScript {
        replies = List.copyOf(replies);
    }

    /// Gets texts and answers none: what every phone does at first.
    public static TextScript gets() {
        return new TextScript(new Reception.Receipt(), List.of());
    }

    public static TextScript getsWithoutReceipt() {
        return new TextScript(new Reception.NoReceipt(), List.of());
    }

    /// @param errorCode e.g. 30003 for a phone that is off
    public static TextScript undelivered(int errorCode) {
        return new TextScript(new Reception.Undelivered(errorCode), List.of());
    }

    /// @param errorCode e.g. 30007 for a text that a filter stopped
    public static TextScript failed(int errorCode) {
        return new TextScript(new Reception.Failed(errorCode), List.of());
    }

    public static TextScript landline() {
        return new TextScript(new Reception.Landline(), List.of());
    }

    /// Answers every text after two seconds.
    public TextScript replies(String body) {
        return then(new Reply(null, body, TYPING));
    }

    public TextScript replies(String body, Duration delay) {
        return then(new Reply(null, body, delay));
    }

    /// Answers, after two seconds, texts that contain the word.
    public TextScript repliesTo(String word, String body) {
        return then(new Reply(word, body, TYPING));
    }

    private TextScript then(Reply reply) {
        var more = new ArrayList<>(replies);
        more.add(reply);
        return new TextScript(reception, more);
    }

    /// What is sent back to a text.
    public List<Reply> repliesTo(String text) {
        return replies.stream().filter(reply -> reply.answers(text)).toList();
    }
}
