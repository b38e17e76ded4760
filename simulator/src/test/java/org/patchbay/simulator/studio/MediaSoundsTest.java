package org.patchbay.simulator.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.simulator.media.MediaServer;
import org.patchbay.simulator.media.VirtualLeg;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.sound.Audible;
import org.patchbay.simulator.sound.Jack;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Mix.Part;
import org.patchbay.simulator.sound.Prompt;

class MediaSoundsTest {

    private static final int A = 400;
    private static final int B = 700;
    private static final int LOUD = 6000;

    private final MediaServer server = start();
    private final MediaSounds sounds = new MediaSounds(server);

    private static MediaServer start() {
        try {
            return MediaServer.start(MediaConfig.loopback(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        server.close();
        sounds.close();
    }

    /// A leg whose far end says a tone, and what that far end hears.
    private final class Party implements Audible {
        private final VirtualLeg media = server.virtualLeg();
        private final BlockingQueue<short[]> heard = new LinkedBlockingQueue<>();
        private final LegSound leg;
        private final CompletableFuture<Jack> jack = new CompletableFuture<>();

        Party(int hz) {
            var _ = media.say(Tone.of(hz, LOUD).forever());
            media.hearWith(frame -> heard.add(frame.clone()));
            leg = sounds.leg("CA", this);
            jack.join().plug(media);
        }

        @Override
        public void sound(Jack place) {
            jack.complete(place);
        }

        void await(Predicate<short[]> condition) throws InterruptedException {
            for (int i = 0; i < 1000; i++) {
                short[] frame = heard.poll(10, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new AssertionError("nothing is heard");
                }
                if (condition.test(frame)) {
                    return;
                }
            }
            throw new AssertionError("20 s went by without the expected sound");
        }

        void awaitTone(int hz) throws InterruptedException {
            await(frame -> Goertzel.amplitude(frame, hz) > LOUD * 0.6);
        }

        void awaitSilence() throws InterruptedException {
            heard.clear();
            await(frame -> Pcm.rms(frame) < 10);
        }
    }

    @Test
    void aPromptThatInterruptsMusicGivesWayToItAgain() throws Exception {
        var party = new Party(A);
        var music = party.leg.play(new Prompt.HoldMusic(), () -> {});
        party.await(frame -> Pcm.rms(frame) > 300);
        var done = new CompletableFuture<Void>();
        party.leg.play(new Prompt.Beep(), () -> done.complete(null));
        party.awaitTone(1000);
        done.get(10, TimeUnit.SECONDS);
        party.await(frame -> Pcm.rms(frame) > 300 && Goertzel.amplitude(frame, 1000) < 1000);
        music.stop();
        party.awaitSilence();
    }

    @Test
    void aStoppedPromptIsNeverDone() throws Exception {
        var party = new Party(A);
        var done = new CompletableFuture<Void>();
        party.leg
                .play(
                        new Prompt.Speech("A very long sentence, to be stopped.", "en-US", "man"),
                        () -> done.complete(null))
                .stop();
        party.leg.play(new Prompt.Beep(), () -> {});
        party.awaitTone(1000);
        party.awaitSilence();
        assertThat(done).isNotDone();
    }

    @Test
    void whatCannotBePlayedIsOverSoon() throws Exception {
        var party = new Party(A);
        var done = new CompletableFuture<Void>();
        party.leg.play(new Prompt.File(new byte[] {1, 2, 3}, "audio/wav"), () -> done.complete(null));
        done.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aWhisperToSomebodyWhoIsNotThereIsHeardByNobodyUntilHeComes() throws Exception {
        var coach = new Party(A);
        var coached = new Party(B);
        var other = new Party(1100);
        var mix = sounds.mix();
        mix.add(coach.leg, new Part(false, false, coached.leg));
        mix.add(other.leg, Part.FULL);
        coach.awaitTone(1100);
        other.awaitSilence();
        mix.add(coached.leg, Part.FULL);
        coached.awaitTone(A);
        other.awaitTone(B);
        other.heard.clear();
        other.await(frame -> Goertzel.amplitude(frame, B) > LOUD * 0.6 && Goertzel.amplitude(frame, A) < 100);
    }

    @Test
    void aWireCarriesSoundBothWays() throws Exception {
        var nearParty = new Party(A);
        var farParty = new Party(B);
        var near = new Jacked();
        var far = new Jacked();
        sounds.wire(near.jack.join(), far.jack.join());
        var here = sounds.mix();
        here.add(nearParty.leg, Part.FULL);
        here.add(near.leg, Part.FULL);
        var there = sounds.mix();
        there.add(farParty.leg, Part.FULL);
        there.add(far.leg, Part.FULL);
        nearParty.awaitTone(B);
        farParty.awaitTone(A);
    }

    /// A leg with nothing plugged in yet.
    private final class Jacked implements Audible {
        private final CompletableFuture<Jack> jack = new CompletableFuture<>();
        private final LegSound leg = sounds.leg("CA", this);

        @Override
        public void sound(Jack place) {
            jack.complete(place);
        }
    }

    @Test
    void whoHasNoSoundIsLentAVoiceAndWhoPlugsItsOwnInLosesIt() throws Exception {
        var listener = new Party(A);
        var silent = new Jacked();
        var mix = sounds.mix();
        mix.add(listener.leg, Part.FULL);
        mix.add(silent.leg, Part.FULL);
        silent.leg.voice(new Prompt.Keys("0"));
        silent.leg.voice(new Prompt.Beep());
        listener.await(frame -> Goertzel.amplitude(frame, 941) > 2000);
        listener.awaitTone(1000);
        var own = server.virtualLeg();
        silent.jack.join().plug(own);
        silent.leg.voice(new Prompt.Beep());
        var _ = own.say(Tone.of(B, LOUD).forever());
        listener.awaitTone(B);
        silent.jack.join().unplug();
        listener.awaitSilence();
    }

    @Test
    void silenceOfTheFarEndIsMeasured() throws Exception {
        var party = new Party(A);
        party.awaitSilence();
        assertThat(party.leg.quiet()).isZero();
        party.media.say(frame -> {
            Arrays.fill(frame, (short) 0);
            return true;
        });
        for (int i = 0; i < 1000 && party.leg.quiet().toMillis() < 100; i++) {
            party.heard.take();
        }
        assertThat(party.leg.quiet().toMillis()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aPauseIsCutOutOrLeftAsSilence() throws Exception {
        var party = new Party(A);
        var cut = sounds.record(party.leg, 1, "inbound");
        var silenced = sounds.record(party.leg, 1, "inbound");
        party.awaitSilence();
        cut.pause(false);
        silenced.pause(true);
        for (int i = 0; i < 25; i++) {
            party.heard.take();
        }
        cut.resume();
        silenced.resume();
        party.awaitSilence();
        var shorter = cut.stop();
        var longer = silenced.stop();
        assertThat(longer.duration().minus(shorter.duration()).toMillis()).isGreaterThanOrEqualTo(400);
        short[] sound = Wavs.mono(longer.wav(1));
        short[] middle = Arrays.copyOfRange(sound, sound.length / 2, sound.length / 2 + 160);
        assertThat(Pcm.rms(middle)).isZero();
    }

    @Test
    void silenceIsTrimmedButASilentRecordingIsKept() throws Exception {
        var silent = new Jacked();
        var ticks = new Party(A);
        var kept = sounds.record(silent.leg, 1, "inbound");
        var trimmed = sounds.record(silent.leg, 1, "inbound");
        wait(ticks);
        var nothing = kept.stop();
        silent.leg.voice(new Prompt.Beep());
        for (int i = 0; i < 1000 && silent.leg.quiet().isPositive(); i++) {
            ticks.heard.take();
        }
        for (int i = 0; i < 1000 && silent.leg.quiet().toMillis() < 400; i++) {
            ticks.heard.take();
        }
        var whole = trimmed.stop();
        assertThat(nothing.processed(true).join().duration()).isEqualTo(nothing.duration());
        var beep = whole.processed(true).join();
        assertThat(beep.duration()).isLessThan(whole.duration());
        assertThat(beep.duration().toMillis()).isBetween(360L, 440L);
        assertThat(Goertzel.amplitude(Wavs.mono(beep.wav(1)), 1000)).isGreaterThan(5000);
    }

    private static void wait(Party party) throws InterruptedException {
        party.heard.clear();
        for (int i = 0; i < 25; i++) {
            party.heard.take();
        }
    }
}
