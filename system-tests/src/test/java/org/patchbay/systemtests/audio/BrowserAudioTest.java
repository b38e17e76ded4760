package org.patchbay.systemtests.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.simulator.media.CloseReason;
import org.patchbay.simulator.media.LegListener;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.mix.Member;
import org.patchbay.simulator.media.mix.Room;
import org.patchbay.simulator.media.wav.Recording;
import org.patchbay.simulator.media.wav.Tracks;
import org.patchbay.systemtests.twilio.Eventually;

/// Plain WebRTC pages against the media server.
@NeedsChromium
class BrowserAudioTest {
    private static final int A = 400;
    private static final int B = 700;
    private static final int C = 1100;
    private static final int MUSIC = 1900;
    private static final int LOUD = 8000;

    private static Chromium chromium;

    @TempDir
    Path folder;

    private Exchange exchange;
    private Room room;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void open() throws IOException {
        exchange = new Exchange();
        room = exchange.media().room();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void bothHearEachOthersToneAndTheRecordingHasBoth() throws Exception {
        try (Caller a = caller("a", A);
                Caller b = caller("b", B)) {
            room.join(a.leg().channel());
            room.join(b.leg().channel());
            a.awaitTones(List.of(B), List.of(A));
            b.awaitTones(List.of(A), List.of(B));

            Recording dual = a.leg().channel().record(folder.resolve("dual.wav"), Tracks.DUAL);
            Recording mono = room.record(folder.resolve("mono.wav"));
            b.awaitTones(List.of(A), List.of(B));
            WavSound both = WavSound.of(dual.stop().get());
            WavSound mixed = WavSound.of(mono.stop().get());
            assertThat(both.hears(0, A) && !both.hears(0, B)).isTrue();
            assertThat(both.hears(1, B) && !both.hears(1, A)).isTrue();
            assertThat(mixed.hears(0, A) && mixed.hears(0, B)).isTrue();
        }
    }

    @Test
    void whoIsCalledHearsAndIsHeardToo() {
        try (Caller a = caller("a", A);
                Caller b = Caller.called(chromium, exchange, "b", B)) {
            room.join(a.leg().channel());
            room.join(b.leg().channel());
            a.awaitTones(List.of(B), List.of(A));
            b.awaitTones(List.of(A), List.of(B));
        }
    }

    @Test
    void threeHearExactlyTheOtherTwoThroughMuteHoldAndWhisper() {
        try (Caller a = caller("a", A);
                Caller b = caller("b", B);
                Caller c = caller("c", C)) {
            Member memberA = room.join(a.leg().channel());
            Member memberB = room.join(b.leg().channel());
            Member memberC = room.join(c.leg().channel());
            everybodyHearsTheOthers(a, b, c);

            memberA.mute(true);
            a.awaitTones(List.of(B, C), List.of(A));
            b.awaitTones(List.of(C), List.of(A, B));
            memberA.mute(false);

            memberB.hold(Tone.of(MUSIC, LOUD).forever());
            b.awaitTones(List.of(MUSIC), List.of(A, C));
            a.awaitTones(List.of(C), List.of(B, MUSIC));
            memberB.unhold();

            memberC.coach(memberA);
            a.awaitTones(List.of(B, C), List.of(A));
            b.awaitTones(List.of(A), List.of(B, C));
            memberC.barge();
            everybodyHearsTheOthers(a, b, c);
        }
    }

    @Test
    void aPromptIsHeardBeforeTheRoomAndStops() {
        try (Caller a = caller("a", A)) {
            a.leg().channel().play(Tone.of(MUSIC, LOUD).forever());
            a.awaitTones(List.of(MUSIC), List.of(A));
            a.leg().channel().stopPlaying();
            a.awaitTones(List.of(), List.of(MUSIC, A));
        }
    }

    @Test
    void keysArriveInOrder() throws Exception {
        try (Caller a = caller("a", A)) {
            BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
            a.leg().listen(new LegListener() {
                @Override
                public void digit(char key) {
                    keys.add(key);
                }
            });
            a.page().evaluate("press('120#')");
            for (char key : "120#".toCharArray()) {
                assertThat(keys.poll(20, TimeUnit.SECONDS)).isEqualTo(key);
            }
        }
    }

    @Test
    void theFakeMicrophoneIsRecorded() throws Exception {
        try (Caller a = caller("microphone", 0);
                Caller b = caller("b", B)) {
            room.join(a.leg().channel());
            room.join(b.leg().channel());
            Recording recording = a.leg().channel().record(folder.resolve("beeps.wav"), Tracks.SPOKEN);
            a.awaitTones(List.of(B), List.of());
            // The fake device beeps once per second.
            b.page()
                    .waitForFunction("() => { const bins = new Float32Array(analyser.fftSize);"
                            + " analyser.getFloatTimeDomainData(bins); return Math.max(...bins) > 0.02; }");
            assertThat(WavSound.of(recording.stop().get()).loudest(0)).isGreaterThan(300);
        }
    }

    @Test
    void soundGoesOnThroughAnIceRestart() {
        try (Caller a = caller("a", A);
                Caller b = caller("b", B)) {
            room.join(a.leg().channel());
            room.join(b.leg().channel());
            b.awaitTones(List.of(A), List.of(B));
            a.page().evaluate("restartIce('a')");
            a.page().waitForFunction("() => pc.iceConnectionState === 'connected'");
            a.awaitTones(List.of(B), List.of(A));
            b.awaitTones(List.of(A), List.of(B));
        }
    }

    @Test
    void theRecordingHasWhatWasSaidWhenItWasSaid() throws Exception {
        try (Caller a = caller("a", A);
                Caller b = caller("b", B)) {
            Member memberA = room.join(a.leg().channel());
            Member memberB = room.join(b.leg().channel());
            memberB.mute(true);
            b.awaitTones(List.of(A), List.of(B));
            Recording recording = room.record(folder.resolve("phases.wav"));
            b.awaitTones(List.of(A), List.of());
            memberA.mute(true);
            memberB.mute(false);
            a.awaitTones(List.of(B), List.of(A));

            WavSound sound = WavSound.of(recording.stop().get());
            assertThat(sound.heardAtFirst(A) && !sound.heardAtFirst(B)).isTrue();
            assertThat(sound.hears(0, B) && !sound.hears(0, A)).isTrue();
        }
    }

    @Test
    void aCallOfAMinuteDoesNotDrift() {
        try (Caller a = caller("a", A);
                Caller b = caller("b", B)) {
            room.join(a.leg().channel());
            room.join(b.leg().channel());
            b.awaitTones(List.of(A), List.of(B));
            a.page()
                    .waitForFunction(
                            "() => context.currentTime > 60",
                            null,
                            new Page.WaitForFunctionOptions().setTimeout(120_000));
            a.awaitTones(List.of(B), List.of(A));
            b.awaitTones(List.of(A), List.of(B));
            Eventually.is(true, () -> keepsUp(a) && keepsUp(b));
        }
    }

    @Test
    void hangingUpIsNoticedAtBothEnds() {
        CompletableFuture<CloseReason> closed = new CompletableFuture<>();
        try (Caller a = caller("a", A);
                Caller b = caller("b", B)) {
            a.leg().listen(new LegListener() {
                @Override
                public void closed(CloseReason reason) {
                    closed.complete(reason);
                }
            });
            a.page().evaluate("pc.close()");
            assertThat(closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(CloseReason.REMOTE);

            b.leg().close();
            b.page().waitForFunction("() => pc.getSenders()[0].transport.state === 'closed'");
        }
    }

    @Test
    void theBrowserLearnsHowItsSoundArrives() {
        try (Caller a = caller("a", A)) {
            a.page().waitForFunction("async () => await roundTripTime() >= 0");
            Eventually.is(true, () -> a.leg().quality().remoteLoss() < 0.1);
            assertThat(a.leg().quality().roundTrip()).isLessThan(Duration.ofSeconds(5));
        }
    }

    /// Sound that drifts waits longer and longer; a busy machine has it wait for a moment only.
    private static boolean keepsUp(Caller caller) {
        return caller.leg().quality().buffered().compareTo(Duration.ofMillis(400)) < 0;
    }

    private static void everybodyHearsTheOthers(Caller a, Caller b, Caller c) {
        a.awaitTones(List.of(B, C), List.of(A));
        b.awaitTones(List.of(A, C), List.of(B));
        c.awaitTones(List.of(A, B), List.of(C));
    }

    private Caller caller(String name, int hz) {
        return Caller.calling(chromium, exchange, name, hz);
    }
}
