package org.patchbay.simulator.messages;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.simulator.numbers.Hook;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.WebUrls;
import org.patchbay.simulator.twiml.Element;

/// What a `<Message>` asks for (<https://www.twilio.com/docs/messaging/twiml/message>).
sealed interface ReplyDraft {

    record Good(Draft draft) implements ReplyDraft {}

    /// @param code 14101 to, 14102 from, 14103 body, 14105 statusCallback, 14108 not ours
    record Bad(int code, String reason) implements ReplyDraft {}

    int LONGEST_BODY = 1_600;

    static ReplyDraft read(Element verb, Message inbound, NumberStore numbers, UnaryOperator<String> resolve) {
        Optional<String> to = PhoneNumbers.normalize(verb.attribute("to", inbound.from()));
        Optional<String> from = PhoneNumbers.normalize(verb.attribute("from", inbound.to()));
        if (to.isEmpty()) {
            return new Bad(14101, "Invalid \"To\" attribute");
        }
        if (from.isEmpty()) {
            return new Bad(14102, "Invalid \"From\" attribute");
        }
        if (numbers.byNumber(from.get())
                .filter(number -> number.accountSid().equals(inbound.accountSid()))
                .isEmpty()) {
            return new Bad(14108, "From phone number not SMS capable");
        }
        var media = texts(verb, "Media").map(resolve).toList();
        String body = body(verb);
        if (body.isEmpty() && media.isEmpty() || body.length() > LONGEST_BODY) {
            return new Bad(14103, "Invalid Body");
        }
        String method = verb.method("method", "POST");
        var callback = verb.attribute("statusCallback").map(resolve);
        if (callback.isPresent() && !WebUrls.isValid(callback.get())) {
            return new Bad(14105, "Invalid statusCallback attribute");
        }
        return new Good(new Draft(
                inbound.accountSid(),
                MessageDirection.REPLY,
                null,
                from.get(),
                to.get(),
                body,
                media,
                new Hook(callback.orElse(""), "POST"),
                new Hook(verb.attribute("action").map(resolve).orElse(""), method),
                null));
    }

    /// The `<Body>`s, or the text of the verb itself.
    private static String body(Element verb) {
        if (verb.children().stream().anyMatch(child -> child.name().equals("Body"))) {
            return texts(verb, "Body").collect(Collectors.joining());
        }
        String text = verb.text();
        for (var child : verb.children()) {
            text = text.replace(child.text(), "");
        }
        return text.strip();
    }

    private static Stream<String> texts(Element verb, String child) {
        return verb.children().stream()
                .filter(element -> element.name().equals(child))
                .map(Element::text);
    }
}
