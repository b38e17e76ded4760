package org.patchbay.simulator.media.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.codec.Goertzel;

class ClipTest {
    @Test
    void aClipIsHeardOnceThenSilence() {
        AudioSource source = Tone.of(1000, 8000).lasting(Duration.ofMillis(30)).once();
        short[] frame = new short[160];

        assertThat(source.read(frame)).isTrue();
        assertThat(Pcm.rms(frame)).isGreaterThan(1000);
        assertThat(source.read(frame)).isFalse();
        assertThat(frame[100]).isZero();
        assertThat(source.read(frame)).isFalse();
        assertThat(Pcm.rms(frame)).isZero();
    }

    @Test
    void aLoopHasNoGap() {
        AudioSource source = new Clip(new short[] {1, 2, 3}).forever();
        short[] frame = new short[160];
        source.read(frame);
        source.read(frame);
        assertThat(frame).startsWith(2, 3, 1, 2, 3);
    }

    @Test
    void aClipPlayedTwiceIsTwiceAsLong() {
        assertThat(framesOf(Clip.silence(Duration.ofMillis(100)).times(2))).isEqualTo(10);
        assertThatThrownBy(() -> new Clip(new short[1]).times(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyClipIsOverAtOnceEvenInALoop() {
        assertThat(new Clip(new short[0]).forever().read(new short[160])).isFalse();
    }

    @Test
    void listenersOfOneClipDoNotDisturbEachOther() {
        Clip clip = new Clip(new short[] {1, 2, 3, 4});
        short[] two = new short[2];
        AudioSource first = clip.once();
        first.read(two);
        clip.once().read(two);
        assertThat(two).containsExactly((short) 1, (short) 2);
        first.read(two);
        assertThat(two).containsExactly((short) 3, (short) 4);
    }

    @Test
    void theTonesAreThoseOfTheTelephoneNetwork() {
        assertThat(quietest(CallTones.ringing(), 440, 480)).isGreaterThan(4000);
        assertThat(CallTones.ringing().duration()).isEqualTo(Duration.ofSeconds(6));
        assertThat(quietest(CallTones.busy(), 480, 620)).isGreaterThan(4000);
        assertThat(CallTones.busy().duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(quietest(CallTones.beep(), 1000)).isGreaterThan(8000);
    }

    @Test
    void everyKeyHasItsTwoTones() {
        assertThat(CallTones.key('1')).extracting(Tone::firstHz, Tone::secondHz).containsExactly(697.0, 1209.0);
        assertThat(CallTones.key('0')).extracting(Tone::firstHz, Tone::secondHz).containsExactly(941.0, 1336.0);
        assertThat(CallTones.key('#')).extracting(Tone::firstHz, Tone::secondHz).containsExactly(941.0, 1477.0);
        assertThat(CallTones.key('D')).extracting(Tone::firstHz, Tone::secondHz).containsExactly(941.0, 1633.0);
        assertThatThrownBy(() -> CallTones.key('w')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysSoundOneAfterAnotherWithTheirPauses() {
        Clip keys = CallTones.keys("1w2-W");
        assertThat(keys.duration()).isEqualTo(Duration.ofMillis(200 + 500 + 200 + 1000));
        assertThat(Goertzel.amplitude(keys.samples(), 0, 800, 1209, 8000)).isGreaterThan(3000);
        assertThat(Goertzel.amplitude(keys.samples(), 800, 5600, 1209, 8000)).isLessThan(50);
        assertThat(Goertzel.amplitude(keys.samples(), 5600, 6400, 1336, 8000)).isGreaterThan(3000);
    }

    @Test
    void anEndlessToneKeepsItsPhaseAcrossFrames() {
        AudioSource source = Tone.of(777, 8000).forever();
        short[] second = new short[8000];
        short[] frame = new short[160];
        for (int i = 0; i < 50; i++) {
            source.read(frame);
            System.arraycopy(frame, 0, second, 160 * i, 160);
        }
        assertThat(Goertzel.amplitude(second, 777)).isCloseTo(8000, within(20.0));
    }

    @Test
    void holdMusicIsAudibleThroughoutAndNeverTooLoud() {
        short[] tune = HoldMusic.tune().samples();
        assertThat(HoldMusic.tune().duration()).isEqualTo(Duration.ofSeconds(16));
        AudioSource source = HoldMusic.tune().once();
        short[] quarter = new short[2000];
        for (int i = 0; i < tune.length / 2000; i++) {
            source.read(quarter);
            assertThat(Pcm.rms(quarter)).isBetween(500.0, 6000.0);
        }
    }

    @Test
    void addingSaturates() {
        short[] frame = {30_000, -30_000, 5};
        Pcm.add(frame, new short[] {10_000, -10_000, 6});
        assertThat(frame).containsExactly((short) 32767, (short) -32768, (short) 11);
    }

    private static int framesOf(AudioSource source) {
        int frames = 1;
        while (source.read(new short[160])) {
            frames++;
        }
        return frames;
    }

    private static double quietest(Clip clip, double... tones) {
        return DoubleStream.of(tones)
                .map(hz -> Goertzel.amplitude(clip.samples(), 400, 2800, hz, 8000))
                .min()
                .orElseThrow();
    }
}
