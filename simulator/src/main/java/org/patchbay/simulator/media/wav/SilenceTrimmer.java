package org.patchbay.simulator.media.wav;

import static org.patchbay.simulator.media.mix.SilenceDetector.SILENT_RMS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.patchbay.simulator.media.audio.Pcm;

/// Cuts the silence off both ends of a recording (Twilio's `trim="trim-silence"`).
public final class SilenceTrimmer {
    private SilenceTrimmer() {}

    /// Rewrites the file of a finished recording.
    ///
    /// @return the shorter recording; of zero length when nothing was said at all
    public static RecordedAudio trim(RecordedAudio recording) throws IOException {
        short[] samples = samples(recording.file());
        int frame = Pcm.FRAME_SAMPLES * recording.channels();
        int start = 0;
        while (start < samples.length && isSilent(samples, start, frame)) {
            start += frame;
        }
        int end = samples.length;
        while (end > start && isSilent(samples, Math.max(start, end - frame), frame)) {
            end = Math.max(start, end - frame);
        }
        short[] kept = start < end ? Arrays.copyOfRange(samples, start, end) : new short[0];
        replace(recording, kept);
        return new RecordedAudio(
                recording.file(), recording.channels(), Pcm.duration(kept.length / recording.channels()));
    }

    /// Whether nothing is said in it from beginning to end.
    public static boolean isSilent(RecordedAudio recording) throws IOException {
        short[] samples = samples(recording.file());
        int frame = Pcm.FRAME_SAMPLES * recording.channels();
        for (int start = 0; start < samples.length; start += frame) {
            if (!isSilent(samples, start, frame)) {
                return false;
            }
        }
        return true;
    }

    private static short[] samples(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        short[] samples = new short[(bytes.length - WavWriter.HEADER_LENGTH) / 2];
        ByteBuffer.wrap(bytes, WavWriter.HEADER_LENGTH, 2 * samples.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static boolean isSilent(short[] samples, int start, int length) {
        int end = Math.min(samples.length, start + length);
        return Pcm.rms(Arrays.copyOfRange(samples, start, end)) < SILENT_RMS;
    }

    private static void replace(RecordedAudio recording, short[] samples) throws IOException {
        Path shorter = recording.file().resolveSibling(recording.file().getFileName() + ".trimmed");
        try (WavWriter writer = new WavWriter(shorter, recording.channels())) {
            writer.write(samples, samples.length);
        }
        Files.move(shorter, recording.file(), StandardCopyOption.REPLACE_EXISTING);
    }
}
