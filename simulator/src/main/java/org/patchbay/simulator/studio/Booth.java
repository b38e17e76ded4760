package org.patchbay.simulator.studio;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.audio.CallTones;
import org.patchbay.simulator.media.audio.Clip;
import org.patchbay.simulator.media.audio.HoldMusic;
import org.patchbay.simulator.media.audio.SoundFile;
import org.patchbay.simulator.media.audio.SoundFormatException;
import org.patchbay.simulator.media.speech.Speech;
import org.patchbay.simulator.sound.Prompt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns prompts into sound. Speech and files take a moment, which nobody waits for.
final class Booth {

    private static final Logger log = LoggerFactory.getLogger(Booth.class);
    /// Nothing takes no time at all, so that what repeats without end does not spin.
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final Speech speech = new Speech();
    private final Executor executor;

    Booth(Executor executor) {
        this.executor = executor;
    }

    CompletableFuture<AudioSource> make(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Speech words -> later(() -> speech.say(words.text()));
            case Prompt.File file -> later(() -> decode(file));
            case Prompt.Keys keys ->
                now(atLeastShortest(CallTones.keys(keys.keys())).once());
            case Prompt.Beep beep -> now(CallTones.beep().once());
            case Prompt.Ringing ringing -> now(CallTones.ringing().forever());
            case Prompt.HoldMusic music -> now(HoldMusic.tune().forever());
        };
    }

    private CompletableFuture<AudioSource> later(ClipMaker maker) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return atLeastShortest(maker.make()).once();
                    } catch (RuntimeException e) {
                        log.warn("A prompt could not be turned into sound", e);
                        return Clip.silence(SHORTEST).once();
                    }
                },
                executor);
    }

    private static CompletableFuture<AudioSource> now(AudioSource sound) {
        return CompletableFuture.completedFuture(sound);
    }

    private static Clip atLeastShortest(Clip clip) {
        return clip.duration().compareTo(SHORTEST) < 0 ? clip.then(Clip.silence(SHORTEST)) : clip;
    }

    private static Clip decode(Prompt.File file) {
        try {
            return SoundFile.decode(file.content(), file.contentType());
        } catch (SoundFormatException e) {
            log.warn("A file of type {} cannot be played: {}", file.contentType(), e.getMessage());
            return Clip.silence(SHORTEST);
        }
    }

    /// Makes a piece of sound, in its own time.
    private interface ClipMaker {
        Clip make();
    }
}
