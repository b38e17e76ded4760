package org.patchbay.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/// A recording's sound on its way from Twilio.
///
/// @param status 200 for the whole, 206 for a part, 416 where it has no such part
/// @param contentType as Twilio says it, `audio/wav` or `audio/x-wav` or `audio/mpeg`
/// @param length of the body in bytes; empty where Twilio does not say
/// @param contentRange which part of how much, as HTTP's `Content-Range`
/// @param body not read ahead
public record RecordingMedia(
        int status, String contentType, OptionalLong length, Optional<String> contentRange, InputStream body)
        implements AutoCloseable {

    /// Twilio makes both of every recording.
    public enum Format {
        /// 16-bit PCM, 8 kHz: about a megabyte for each minute and channel.
        WAV("wav"),
        /// An eighth of that.
        MP3("mp3");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        String extension() {
            return extension;
        }
    }

    /// Ends the connection where not everything was read.
    @Override
    public void close() throws IOException {
        body.close();
    }
}
