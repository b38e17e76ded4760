package org.patchbay.simulator.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.patchbay.simulator.media.wav.RecordedAudio;
import org.patchbay.simulator.media.wav.SilenceTrimmer;
import org.patchbay.simulator.sound.Tape.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A recording on disk, or on its way there.
record StudioRecorded(Duration duration, int channels, CompletableFuture<RecordedAudio> file) implements Recorded {

    private static final Logger log = LoggerFactory.getLogger(StudioRecorded.class);

    @Override
    public byte[] wav(int wanted) {
        try {
            byte[] whole = Files.readAllBytes(file.join().file());
            return wanted < channels ? MonoWav.of(whole) : whole;
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be read", e);
        }
    }

    @Override
    public CompletableFuture<Recorded> processed(boolean trim) {
        return file.thenApply(whole -> {
            var kept = trim ? trimmed(whole) : whole;
            return new StudioRecorded(kept.duration(), channels, CompletableFuture.completedFuture(kept));
        });
    }

    /// A recording in which nobody says anything is kept as it is, as Twilio does.
    private static RecordedAudio trimmed(RecordedAudio whole) {
        try {
            return SilenceTrimmer.isSilent(whole) ? whole : SilenceTrimmer.trim(whole);
        } catch (IOException e) {
            log.warn("A recording could not be trimmed", e);
            return whole;
        }
    }

    @Override
    public void discard() {
        var _ = file.thenAccept(whole -> {
            try {
                Files.deleteIfExists(whole.file());
            } catch (IOException e) {
                log.warn("A recording could not be deleted", e);
            }
        });
    }
}
