package org.patchbay.systemtests.audio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Twilio's own browser SDK, unmodified, as npm installed it: `VOICE_SDK`, or the desk's.
public final class VoiceSdk {
    private static final String FILE = "node_modules/@twilio/voice-sdk/dist/twilio.min.js";

    private VoiceSdk() {}

    public static Optional<Path> file() {
        Optional<Path> configured = Optional.ofNullable(System.getenv("VOICE_SDK"))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
        List<Path> places = List.of(Path.of("web", FILE), Path.of("..", "web", FILE));
        return Stream.concat(configured.stream(), places.stream())
                .filter(Files::isReadable)
                .findFirst();
    }
}
