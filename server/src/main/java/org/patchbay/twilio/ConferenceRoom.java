package org.patchbay.twilio;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What is the same for everybody in a conference. Twilio takes these from whoever joins first and ignores
/// them from all others, and nobody knows who that will be.
///
/// Source: [Conference](https://www.twilio.com/docs/voice/twiml/conference).
///
/// @param name of A-Z, a-z, 0-9, `_` and `-`; no phone number and no counter in it
/// @param statusUrl told who comes, goes, is muted or held, and when the conference starts and ends
/// @param recordingUrl told of its recording; null if it is not to be recorded
public record ConferenceRoom(
        String name, URI statusUrl, @Nullable URI recordingUrl) {

    /// @throws IllegalArgumentException if the name has other characters
    public ConferenceRoom {
        TwimlName.checked(name);
    }
}
