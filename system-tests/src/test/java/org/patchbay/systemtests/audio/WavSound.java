package org.patchbay.systemtests.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.media.wav.RecordedAudio;

/// A recording, read with the JDK's own reader, and what can be heard in it.
public final class WavSound {
    private static final int AUDIBLE = 2000;
    private static final int RATE = 8000;

    private final short[][] channels;

    private WavSound(short[][] channels) {
        this.channels = channels;
    }

    static WavSound of(RecordedAudio recording) throws IOException, UnsupportedAudioFileException {
        return of(Files.readAllBytes(recording.file()));
    }

    public static WavSound of(byte[] file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            int count = in.getFormat().getChannels();
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            short[][] channels = new short[count][bytes.remaining() / 2 / count];
            for (int i = 0; i < channels[0].length; i++) {
                for (int c = 0; c < count; c++) {
                    channels[c][i] = bytes.getShort();
                }
            }
            return new WavSound(channels);
        }
    }

    /// Whether a tone is in the last tenth of a second of a channel.
    boolean hears(int channel, double hz) {
        short[] samples = channels[channel];
        return Goertzel.amplitude(samples, Math.max(0, samples.length - RATE / 10), samples.length, hz, RATE) > AUDIBLE;
    }

    /// Whether a tone is in the first tenth of a second of the first channel.
    boolean heardAtFirst(double hz) {
        return Goertzel.amplitude(channels[0], 0, Math.min(channels[0].length, RATE / 10), hz, RATE) > AUDIBLE;
    }

    /// Whether a tone is anywhere in a channel for a tenth of a second.
    public boolean contains(int channel, double hz) {
        short[] samples = channels[channel];
        for (int from = 0; from + RATE / 10 <= samples.length; from += RATE / 10) {
            if (Goertzel.amplitude(samples, from, from + RATE / 10, hz, RATE) > AUDIBLE) {
                return true;
            }
        }
        return false;
    }

    int loudest(int channel) {
        int loudest = 0;
        for (short sample : channels[channel]) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }
}
