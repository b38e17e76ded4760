package org.patchbay.simulator.media.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.simulator.media.audio.AudioSource;
import org.patchbay.simulator.media.audio.Clip;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.media.wav.RecordedAudio;
import org.patchbay.simulator.media.wav.Recording;
import org.patchbay.simulator.media.wav.Tracks;

class ChannelTest {
    private static final double A = 400;
    private static final double B = 700;
    private static final double PROMPT = 1500;

    @TempDir
    Path folder;

    private final Mixer mixer = new Mixer();
    private final Sound a = Sound.saying(A);
    private final Sound b = Sound.saying(B);
    private final Channel channelA = mixer.attach(a);
    private final Channel channelB = mixer.attach(b);

    @AfterEach
    void close() {
        mixer.close();
    }

    @Test
    void aPromptIsHeardByItsLegAloneOverTheRoom() {
        Room room = mixer.room();
        room.join(channelA);
        room.join(channelB);
        channelA.play(Tone.of(PROMPT, Sound.LOUD).forever());
        ticks(50);
        assertThat(a.hearsTone(PROMPT) && a.hearsNothingOf(B)).isTrue();
        assertThat(b.hearsNothingOf(PROMPT) && b.hearsTone(A)).isTrue();
    }

    @Test
    void theEndOfAPromptIsTold() {
        Playback playback = channelA.play(tone(100).once());
        ticks(4);
        assertThat(playback.ended()).isNotDone();
        ticks(1);
        assertThat(playback.ended()).isCompletedWithValue(Playback.Ending.FINISHED);
        a.forget();
        ticks(50);
        assertThat(a.hearsNothingOf(PROMPT)).isTrue();
    }

    @Test
    void aNewPromptStopsTheOneBefore() {
        Playback first = channelA.play(tone(1000).once());
        ticks(2);
        Playback second = channelA.play(AudioSource.silence());
        assertThat(first.ended()).isCompletedWithValue(Playback.Ending.STOPPED);
        assertThat(second.ended()).isNotDone();
        channelA.stopPlaying();
        assertThat(second.ended()).isCompletedWithValue(Playback.Ending.STOPPED);
    }

    @Test
    void aStoppedPromptIsNoLongerHeard() {
        Playback playback = channelA.play(Tone.of(PROMPT, Sound.LOUD).forever());
        ticks(5);
        playback.stop();
        a.forget();
        ticks(50);
        assertThat(a.hearsNothingOf(PROMPT)).isTrue();
    }

    @Test
    void aDualRecordingHasEachSideOnItsChannel() throws Exception {
        join();
        short[][] channels = WavReader.read(record(channelA, Tracks.DUAL, 50));

        assertThat(channels).hasDimensions(2, 8000);
        assertThat(Goertzel.amplitude(channels[0], A)).isGreaterThan(5000);
        assertThat(Goertzel.amplitude(channels[0], B)).isLessThan(50);
        assertThat(Goertzel.amplitude(channels[1], B)).isGreaterThan(5000);
        assertThat(Goertzel.amplitude(channels[1], A)).isLessThan(50);
    }

    @Test
    void aMonoRecordingHasBothSides() throws Exception {
        join();
        short[][] channels = WavReader.read(record(channelA, Tracks.MONO, 50));

        assertThat(channels).hasDimensions(1, 8000);
        assertThat(Goertzel.amplitude(channels[0], A)).isGreaterThan(5000);
        assertThat(Goertzel.amplitude(channels[0], B)).isGreaterThan(5000);
    }

    @Test
    void aRecordVerbKeepsOnlyWhatTheCallerSays() throws Exception {
        channelA.play(Tone.of(PROMPT, Sound.LOUD).forever());
        short[][] channels = WavReader.read(record(channelA, Tracks.SPOKEN, 50));
        assertThat(Goertzel.amplitude(channels[0], A)).isGreaterThan(5000);
        assertThat(Goertzel.amplitude(channels[0], PROMPT)).isLessThan(50);
    }

    @Test
    void aPauseThatSkipsLeavesNothingAndOneThatSilencesLeavesSilence() throws Exception {
        Recording skipped = channelA.record(folder.resolve("skip.wav"), Tracks.SPOKEN);
        Recording silenced = channelA.record(folder.resolve("silence.wav"), Tracks.SPOKEN);
        ticks(50);
        skipped.pause(Recording.PauseBehavior.SKIP);
        silenced.pause(Recording.PauseBehavior.SILENCE);
        ticks(25);
        skipped.resume();
        silenced.resume();
        ticks(10);

        RecordedAudio shorter = skipped.stop().get();
        RecordedAudio full = silenced.stop().get();
        assertThat(shorter.duration()).isEqualTo(Duration.ofMillis(1200));
        assertThat(full.duration()).isEqualTo(Duration.ofMillis(1700));
        short[] samples = WavReader.read(full)[0];
        assertThat(Goertzel.amplitude(samples, 8000, 12_000, A, 8000)).isZero();
        assertThat(Goertzel.amplitude(samples, 12_000, 13_600, A, 8000)).isCloseTo(6000, within(100.0));
    }

    @Test
    void stoppingTwiceGivesTheSameRecording() throws Exception {
        Recording recording = channelA.record(folder.resolve("twice.wav"), Tracks.SPOKEN);
        ticks(3);
        RecordedAudio first = recording.stop().get();
        ticks(3);
        assertThat(recording.stop().get()).isEqualTo(first);
        assertThat(first.duration()).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void aLegThatGoesEndsItsRecordingItsPromptAndItsPlaceInTheRoom() throws Exception {
        Room room = mixer.room();
        room.join(channelA);
        Recording recording = channelA.record(folder.resolve("gone.wav"), Tracks.SPOKEN);
        Playback playback = channelA.play(tone(1000).once());
        ticks(10);
        channelA.close();

        assertThat(recording.stop().get().duration()).isEqualTo(Duration.ofMillis(200));
        assertThat(playback.ended()).isCompletedWithValue(Playback.Ending.STOPPED);
        assertThat(room.members()).isEmpty();
    }

    @Test
    void aConferenceRecordingHasEverybodyButWhispers() throws Exception {
        Room room = mixer.room();
        Member memberA = room.join(channelA);
        room.join(channelB);
        Sound coach = Sound.saying(PROMPT);
        room.join(mixer.attach(coach)).coach(memberA);
        Recording recording = room.record(folder.resolve("room.wav"));
        ticks(50);

        short[][] channels = WavReader.read(recording.stop().get());
        assertThat(Goertzel.amplitude(channels[0], A)).isGreaterThan(5000);
        assertThat(Goertzel.amplitude(channels[0], B)).isGreaterThan(5000);
        assertThat(Goertzel.amplitude(channels[0], PROMPT)).isLessThan(50);
    }

    @Test
    void oneLegThatFailsDoesNotSilenceTheOthers() {
        mixer.attach(new AudioPort() {
            @Override
            public void read(short[] frame) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void write(short[] frame) {
                throw new IllegalStateException("broken");
            }
        });
        join();
        ticks(50);
        assertThat(a.hearsTone(B) && b.hearsTone(A)).isTrue();
    }

    private void join() {
        Room room = mixer.room();
        room.join(channelA);
        room.join(channelB);
    }

    private RecordedAudio record(Channel channel, Tracks tracks, int ticks) throws Exception {
        Recording recording = channel.record(folder.resolve(tracks + ".wav"), tracks);
        ticks(ticks);
        return recording.stop().get();
    }

    private static Clip tone(int millis) {
        return Tone.of(PROMPT, Sound.LOUD).lasting(Duration.ofMillis(millis));
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            mixer.tick();
        }
    }
}
