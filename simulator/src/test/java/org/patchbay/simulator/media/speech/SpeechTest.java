package org.patchbay.simulator.media.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.audio.Clip;
import org.patchbay.simulator.media.audio.Pcm;

class SpeechTest {
    private static final Speech SPEECH = new Speech();

    @Test
    void aSentenceIsHeardForAboutAsLongAsItTakesToSay() {
        Clip clip = SPEECH.say("Thank you for calling. All our agents are busy.");

        assertThat(clip.duration()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
        assertThat(Pcm.rms(clip.samples())).isBetween(300.0, 12_000.0);
    }

    @Test
    void moreWordsTakeLonger() {
        assertThat(SPEECH.say("one two three four five six").samples().length)
                .isGreaterThan(2 * SPEECH.say("one two").samples().length);
    }

    @Test
    void thePromptSaidBeforeIsNotComputedAgain() {
        assertThat(SPEECH.say("Please hold.")).isSameAs(SPEECH.say("Please hold."));
    }

    @Test
    void nothingTakesNoTime() {
        assertThat(SPEECH.say("  ").samples()).isEmpty();
    }

    @Test
    void textThatIsNotEnglishDoesNotFail() {
        assertThat(SPEECH.say("Grüß Gott! 你好 🙂 <tag> &amp; \u0001").samples()).isNotEmpty();
    }
}
