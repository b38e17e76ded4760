package org.patchbay.simulator.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.simulator.media.audio.Clip;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.wav.RecordedAudio;
import org.patchbay.simulator.media.wav.SilenceTrimmer;
import org.patchbay.simulator.media.wav.WavWriter;

class SilenceTest {
    private static final short[] SILENT = new short[160];
    private static final short[] LOUD =
            Tone.of(400, 6000).lasting(Duration.ofMillis(20)).samples();

    @TempDir
    Path folder;

    @Test
    void silenceIsNoticedOnceWhenItHasLastedLongEnough() {
        AtomicInteger noticed = new AtomicInteger();
        SilenceDetector detector = new SilenceDetector(Duration.ofMillis(100), noticed::incrementAndGet);
        feed(detector, SILENT, 4);
        feed(detector, LOUD, 1);
        feed(detector, SILENT, 4);
        assertThat(noticed).hasValue(0);
        feed(detector, SILENT, 10);
        assertThat(noticed).hasValue(1);
        feed(detector, LOUD, 1);
        feed(detector, SILENT, 5);
        assertThat(noticed).hasValue(2);
    }

    @Test
    void aFaintHissIsSilence() {
        AtomicInteger noticed = new AtomicInteger();
        SilenceDetector detector = new SilenceDetector(Duration.ofMillis(100), noticed::incrementAndGet);
        feed(detector, Tone.of(3000, 200).lasting(Duration.ofMillis(20)).samples(), 5);
        assertThat(noticed).hasValue(1);
    }

    @Test
    void silenceIsCutOffBothEndsAndKeptInTheMiddle() throws Exception {
        Clip word = Tone.of(400, 6000).lasting(Duration.ofMillis(200));
        Clip pause = Clip.silence(Duration.ofMillis(500));
        RecordedAudio trimmed = SilenceTrimmer.trim(
                recording(pause.then(word).then(pause).then(word).then(pause)));

        assertThat(trimmed.duration()).isEqualTo(Duration.ofMillis(900));
        short[] samples = WavReader.read(trimmed)[0];
        assertThat(samples).hasSize(7200);
    }

    @Test
    void nothingIsLeftOfSilence() throws Exception {
        RecordedAudio trimmed = SilenceTrimmer.trim(recording(Clip.silence(Duration.ofSeconds(1))));
        assertThat(trimmed.duration()).isZero();
    }

    private RecordedAudio recording(Clip clip) throws IOException {
        Path file = folder.resolve("recording.wav");
        try (WavWriter writer = new WavWriter(file, 1)) {
            writer.write(clip.samples(), clip.samples().length);
        }
        return new RecordedAudio(file, 1, clip.duration());
    }

    private static void feed(SilenceDetector detector, short[] frame, int times) {
        for (int i = 0; i < times; i++) {
            detector.frame(frame, SILENT);
        }
    }
}
