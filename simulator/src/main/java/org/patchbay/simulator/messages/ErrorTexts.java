package org.patchbay.simulator.messages;

import java.util.Map;

/// What `error_message` says of a code; Twilio's titles
/// (<https://www.twilio.com/docs/api/errors>).
public final class ErrorTexts {

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(11200, "HTTP retrieval failure"),
            Map.entry(11751, "Media Message - Media exceeds messaging provider size limit"),
            Map.entry(12300, "Invalid Content-Type"),
            Map.entry(21610, "Attempt to send to unsubscribed recipient"),
            Map.entry(21704, "The Messaging Service contains no phone numbers"),
            Map.entry(30001, "Queue overflow"),
            Map.entry(30002, "Account suspended"),
            Map.entry(30003, "Unreachable destination handset"),
            Map.entry(30004, "Message blocked"),
            Map.entry(30005, "Unknown destination handset"),
            Map.entry(30006, "Landline or unreachable carrier"),
            Map.entry(30007, "Message filtered"),
            Map.entry(30008, "Unknown error"),
            Map.entry(30032, "Toll-Free Number Has Not Been Verified"),
            Map.entry(30034, "US A2P 10DLC - Message from an Unregistered Number"));

    private ErrorTexts() {}

    public static String of(int code) {
        return TEXTS.getOrDefault(code, "Unknown error");
    }
}
