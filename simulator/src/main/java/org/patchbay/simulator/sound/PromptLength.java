package org.patchbay.simulator.sound;

import java.time.Duration;
import java.util.Optional;

/// How long a prompt takes.
public final class PromptLength {

    private static final Duration PER_CHARACTER = Duration.ofMillis(60);
    private static final Duration SHORTEST_SPEECH = Duration.ofMillis(500);
    private static final Duration PER_KEY = Duration.ofMillis(200);
    /// 128 kbit/s, the usual rate of an MP3, where a file's own header does not tell.
    private static final int BYTES_PER_SECOND = 16_000;

    private PromptLength() {}

    /// @return empty for what never ends by itself
    public static Optional<Duration> of(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Speech speech -> Optional.of(speech(speech.text()));
            case Prompt.File file -> Optional.of(file(file.content()));
            case Prompt.Keys keys -> Optional.of(keys(keys.keys()));
            case Prompt.Beep beep -> Optional.of(Duration.ofSeconds(1));
            case Prompt.Ringing ringing -> Optional.empty();
            case Prompt.HoldMusic music -> Optional.empty();
        };
    }

    private static Duration speech(String text) {
        var length = PER_CHARACTER.multipliedBy(text.length());
        return length.compareTo(SHORTEST_SPEECH) < 0 ? SHORTEST_SPEECH : length;
    }

    private static Duration file(byte[] content) {
        return WavHeader.duration(content)
                .orElseGet(() -> Duration.ofMillis(Math.max(100, content.length * 1000L / BYTES_PER_SECOND)));
    }

    private static Duration keys(String keys) {
        return keys.chars()
                .mapToObj(key -> switch (key) {
                    case 'w' -> Duration.ofMillis(500);
                    case 'W' -> Duration.ofSeconds(1);
                    default -> PER_KEY;
                })
                .reduce(Duration.ZERO, Duration::plus);
    }
}
