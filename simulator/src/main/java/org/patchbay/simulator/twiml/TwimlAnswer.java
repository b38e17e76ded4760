package org.patchbay.simulator.twiml;

import java.util.Locale;

/// What a customer's server answered, read by its content type
/// (<https://www.twilio.com/docs/voice/twiml#twilio-understands-mime-types>).
public sealed interface TwimlAnswer {

    record Document(TwimlDocument document) implements TwimlAnswer {}

    /// A sound file: it is played, then the call ends.
    record Sound(byte[] content, String contentType) implements TwimlAnswer {}

    /// Plain text that is no TwiML: it is read aloud, then the call ends.
    record Words(String text) implements TwimlAnswer {}

    record Bad(int code, String reason) implements TwimlAnswer {}

    static TwimlAnswer read(String contentType, byte[] body, String text) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/xml", "application/xml", "text/html" -> document(text);
            case "text/plain" -> plain(text);
            default -> {
                if (type.startsWith("audio/")) {
                    yield new Sound(body, type);
                }
                yield text.isBlank()
                        ? new Bad(11770, "The response has no content")
                        : new Bad(12300, "Invalid Content-Type: " + type);
            }
        };
    }

    private static TwimlAnswer document(String text) {
        try {
            return new Document(TwimlParser.parse(text));
        } catch (TwimlError e) {
            return new Bad(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private static TwimlAnswer plain(String text) {
        return document(text) instanceof Document document
                ? document
                : text.isBlank() ? new Bad(11770, "The response has no content") : new Words(text.strip());
    }
}
