package org.patchbay.simulator.sound;

/// Something to be played to a leg.
public sealed interface Prompt {

    /// @param language e.g. `en-US`
    record Speech(String text, String language, String voice) implements Prompt {}

    /// A file as fetched from the customer.
    ///
    /// @param contentType e.g. `audio/mpeg`
    record File(byte[] content, String contentType) implements Prompt {}

    /// Keys 0-9, A-D, * and #; `w` waits half a second, `W` a whole one.
    record Keys(String keys) implements Prompt {}

    record Beep() implements Prompt {}

    /// What a caller hears while the far end rings; never ends by itself.
    record Ringing() implements Prompt {}

    /// Twilio's own hold music; never ends by itself.
    record HoldMusic() implements Prompt {}
}
