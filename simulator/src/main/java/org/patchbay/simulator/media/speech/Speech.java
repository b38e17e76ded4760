package org.patchbay.simulator.media.speech;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.audio.AudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.audio.Clip;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.codec.Resampler;

/// Speaks English with FreeTTS: understandable and robotic, whatever voice or language a `<Say>` asks
/// for. What was said lately is kept, because prompts repeat.
public final class Speech {
    private static final int KEPT = 64;

    private final ReentrantLock speaking = new ReentrantLock();
    private final Map<String, Clip> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Clip> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable Voice voice;

    /// The sound of `text`. Takes some milliseconds per second of speech, and half a second for the first
    /// call ever, so never call it from the mixer's thread.
    public Clip say(String text) {
        speaking.lock();
        try {
            Clip known = kept.get(text);
            if (known == null) {
                known = render(text);
                kept.put(text, known);
            }
            return known;
        } finally {
            speaking.unlock();
        }
    }

    private Clip render(String text) {
        if (text.isBlank()) {
            return new Clip(new short[0]);
        }
        Voice speaker = voice();
        ClipPlayer player = new ClipPlayer();
        speaker.setAudioPlayer((AudioPlayer) player);
        if (!speaker.speak(text)) {
            throw new IllegalStateException("the text cannot be spoken");
        }
        return new Clip(Resampler.resample(player.samples(), player.sampleRate(), Pcm.SAMPLE_RATE));
    }

    private Voice voice() {
        Voice known = voice;
        if (known == null) {
            // The voice with 16 kHz sounds clearer than its 8 kHz sister even after resampling.
            known = new KevinVoiceDirectory().getVoices()[1];
            known.allocate();
            voice = known;
        }
        return known;
    }
}
