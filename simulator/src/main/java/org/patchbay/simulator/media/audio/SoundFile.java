package org.patchbay.simulator.media.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.patchbay.simulator.media.codec.G711;
import org.patchbay.simulator.media.codec.Resampler;

/// Turns the sound files that `<Play>` accepts into something that can be heard: WAV and AIFF (linear,
/// µ-law and A-law), MP3, and bare µ-law. GSM is not supported.
public final class SoundFile {
    // Ten minutes at 8 kHz, as long as anybody would play; more is a mistake or an attack.
    static final int MOST_SECONDS = 600;

    private SoundFile() {}

    /// Decodes a whole file.
    ///
    /// @param contentType as the web server said, such as `audio/mpeg`; decides only for bare µ-law, files
    ///     with a header speak for themselves
    /// @throws SoundFormatException when the file cannot be understood or is too long
    public static Clip decode(byte[] file, String contentType) throws SoundFormatException {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("audio/ulaw") || (type.equals("audio/basic") && !startsWith(file, ".snd"))) {
            short[] samples = new short[file.length];
            G711.decode(file, 0, samples, file.length);
            return new Clip(samples);
        }
        if (startsWith(file, "RIFF") || startsWith(file, "FORM") || startsWith(file, ".snd")) {
            return sampled(file);
        }
        return Mp3.decode(file);
    }

    private static Clip sampled(byte[] file) throws SoundFormatException {
        try (AudioInputStream original = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            int rate = Math.round(original.getFormat().getSampleRate());
            int channels = original.getFormat().getChannels();
            if (rate < 1 || channels < 1) {
                throw new SoundFormatException("the sound file has no sample rate or no channels");
            }
            AudioFormat linear = new AudioFormat(rate, 16, channels, true, false);
            try (AudioInputStream converted = AudioSystem.getAudioInputStream(linear, original)) {
                byte[] bytes = converted.readNBytes(MOST_SECONDS * rate * channels * 2 + 1);
                if (bytes.length > MOST_SECONDS * rate * channels * 2) {
                    throw new SoundFormatException("the sound is longer than " + MOST_SECONDS + " s");
                }
                short[] interleaved = new short[bytes.length / 2];
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer()
                        .get(interleaved);
                return fromInterleaved(interleaved, channels, rate);
            }
        } catch (UnsupportedAudioFileException | IOException | RuntimeException e) {
            throw new SoundFormatException("the sound file cannot be read", e);
        }
    }

    /// Mixes channels into one and changes the rate to 8 kHz.
    static Clip fromInterleaved(short[] interleaved, int channels, int rate) {
        short[] mono = new short[interleaved.length / channels];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += interleaved[i * channels + c];
            }
            mono[i] = (short) (sum / channels);
        }
        return new Clip(Resampler.resample(mono, rate, Pcm.SAMPLE_RATE));
    }

    private static boolean startsWith(byte[] file, String magic) {
        if (file.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (file[i] != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
