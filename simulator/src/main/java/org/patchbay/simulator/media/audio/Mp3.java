package org.patchbay.simulator.media.audio;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/// Decodes MP3 with JLayer.
final class Mp3 {
    private Mp3() {}

    /// @throws SoundFormatException when there is no MP3 frame, one is damaged, or the sound is too long
    static Clip decode(byte[] file) throws SoundFormatException {
        Bitstream stream = new Bitstream(new ByteArrayInputStream(file));
        try {
            return decode(stream);
        } catch (BitstreamException | DecoderException | RuntimeException e) {
            // JLayer meets damaged input with all kinds of runtime exceptions.
            throw new SoundFormatException("the file is neither WAV, AIFF nor MP3, or is damaged", e);
        }
    }

    private static Clip decode(Bitstream stream) throws BitstreamException, DecoderException, SoundFormatException {
        Decoder decoder = new Decoder();
        short[] interleaved = new short[1 << 16];
        int filled = 0;
        int channels = 1;
        int rate = 0;
        for (Header frame = stream.readFrame(); frame != null; frame = stream.readFrame()) {
            SampleBuffer decoded = (SampleBuffer) decoder.decodeFrame(frame, stream);
            int count = decoded.getBufferLength();
            if (filled + count > interleaved.length) {
                interleaved = Arrays.copyOf(interleaved, 2 * interleaved.length);
            }
            System.arraycopy(decoded.getBuffer(), 0, interleaved, filled, count);
            filled += count;
            channels = decoded.getChannelCount();
            rate = decoded.getSampleFrequency();
            stream.closeFrame();
            if (filled / channels > SoundFile.MOST_SECONDS * rate) {
                throw new SoundFormatException("the sound is longer than " + SoundFile.MOST_SECONDS + " s");
            }
        }
        if (rate == 0) {
            throw new SoundFormatException("the file is neither WAV, AIFF nor MP3");
        }
        return SoundFile.fromInterleaved(Arrays.copyOf(interleaved, filled), channels, rate);
    }
}
