package org.patchbay.calls.sounds;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patchbay.twilio.VoiceTwiml;
import org.springframework.stereotype.Component;

/// Two files for each sound, made when the first caller waits: the sound, and a TwiML document that plays it
/// for ever and lies beside it.
@Component
class SoundFiles {

    private static final String DOCUMENT = ".xml";
    private static final String AUDIO = ".wav";

    private static final Map<String, Sound> SOUNDS =
            Arrays.stream(Sound.values()).collect(Collectors.toMap(Sound::file, Function.identity()));

    private final Map<String, SoundFile> made = new ConcurrentHashMap<>();

    static String document(Sound sound) {
        return sound.file() + DOCUMENT;
    }

    /// @param name of a file
    static Optional<Sound> sound(String name) {
        return name.endsWith(DOCUMENT) || name.endsWith(AUDIO)
                ? Optional.ofNullable(SOUNDS.get(name.substring(0, name.length() - DOCUMENT.length())))
                : Optional.empty();
    }

    /// @param name of a file that [#sound] knows
    SoundFile read(String name) {
        return made.computeIfAbsent(name, SoundFiles::make);
    }

    private static SoundFile make(String name) {
        Sound sound = sound(name).orElseThrow();
        return name.endsWith(AUDIO)
                ? SoundFile.of("audio/wav", sound.wav())
                : SoundFile.of(
                        "application/xml; charset=UTF-8",
                        VoiceTwiml.playForEver(URI.create(sound.file() + AUDIO)).getBytes(StandardCharsets.UTF_8));
    }
}
