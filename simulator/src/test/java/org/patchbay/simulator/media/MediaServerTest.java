package org.patchbay.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;
import org.patchbay.simulator.media.mix.Room;
import org.patchbay.simulator.media.peer.Peer;
import org.patchbay.simulator.media.sdp.SdpException;

/// With real packets over loopback, from a peer that does in Java what a browser does.
class MediaServerTest {
    private static final double A = 400;
    private static final double B = 700;
    private static final Duration LONG_AGO = Duration.ofSeconds(31);

    private MediaServer server;
    private Caller a;
    private Caller b;

    @BeforeEach
    void start() throws IOException {
        server = MediaServer.start(MediaConfig.loopback(0));
        a = Caller.saying(A);
        b = Caller.saying(B);
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
        server.close();
    }

    @Test
    void twoCallersInARoomHearEachOther() throws Exception {
        Room room = server.room();
        room.join(a.call(server).channel());
        room.join(b.call(server).channel());

        a.awaitTone(B, A);
        b.awaitTone(A, B);
    }

    @Test
    void aCallerWhoIsCalledHearsAVirtualPhoneAndIsHeard() throws Exception {
        MediaLeg leg = server.offer();
        leg.accept(a.peer().answer(leg.localDescription()));
        assertThat(Diary.of(leg).next()).isEqualTo("connected");
        VirtualLeg phone = server.virtualLeg();
        phone.say(Tone.of(B, Caller.LOUD).forever());
        Room room = server.room();
        room.join(leg.channel());
        room.join(phone.channel());

        a.awaitTone(B, A);
    }

    @Test
    void keysArriveInOrderAndAreAudibleInTheRoom() throws Exception {
        MediaLeg leg = a.call(server);
        Room room = server.room();
        room.join(leg.channel());
        room.join(b.call(server).channel());
        Diary diary = Diary.of(leg);
        a.stopTalking();
        for (char key : "159#".toCharArray()) {
            a.peer().press(key, Peer.keyEvents());
        }

        assertThat(diary.next()).isEqualTo("connected");
        for (char key : "159#".toCharArray()) {
            assertThat(diary.next()).isEqualTo("digit " + key);
        }
        a.peer().press('2', Peer.keyEvents());
        b.await(sound -> Goertzel.amplitude(sound, 697) > 2000 && Goertzel.amplitude(sound, 1336) > 2000, 3);
    }

    @Test
    void keysAreSentToTheCaller() throws Exception {
        MediaLeg leg = a.call(server);
        leg.sendDigits("4*w2");
        assertThat(new char[] {a.awaitKey(), a.awaitKey(), a.awaitKey()}).containsExactly('4', '*', '2');
    }

    @Test
    void aCertificateThatTheSdpDidNotPromiseEndsTheLeg() throws Exception {
        String offer = a.peer().offer().replaceAll("(?m)sha-256 ..:..", "sha-256 00:00");
        MediaLeg leg = server.answer(offer);
        Diary diary = Diary.of(leg);
        a.peer().accept(leg.localDescription());

        assertThat(diary.next()).isEqualTo("closed HANDSHAKE_FAILED");
    }

    @Test
    void aCallerWhoSaysGoodbyeEndsTheLeg() throws Exception {
        MediaLeg leg = a.call(server);
        Diary diary = Diary.of(leg);
        a.close();
        assertThat(diary.next()).isEqualTo("connected");
        assertThat(diary.next()).isEqualTo("closed REMOTE");
    }

    @Test
    void aLegThatIsClosedTellsTheCaller() {
        MediaLeg leg = a.call(server);
        leg.close();
        leg.close();
        a.peer().ended().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void aCallerWhoVanishesIsMissedAfterThirtySeconds() throws Exception {
        MediaLeg leg = a.call(server);
        Diary diary = Diary.of(leg);
        a.peer().vanish();
        assertThat(diary.next()).isEqualTo("connected");

        server.closeSilentLegs(server.nanoTime() + LONG_AGO.toNanos());

        assertThat(diary.next()).isEqualTo("closed PEER_GONE");
    }

    @Test
    void aCallerWhoNeverComesIsMissedToo() throws Exception {
        Diary diary = Diary.of(server.offer());
        server.closeSilentLegs(server.nanoTime());
        server.closeSilentLegs(server.nanoTime() + LONG_AGO.toNanos());
        assertThat(diary.next()).isEqualTo("closed PEER_GONE");
    }

    @Test
    void soundGoesOnThroughAnIceRestart() throws Exception {
        MediaLeg leg = a.call(server);
        Room room = server.room();
        room.join(leg.channel());
        room.join(b.call(server).channel());
        b.awaitTone(A, B);

        String before = leg.localDescription();
        String after = leg.restart(a.peer().offer());
        b.awaitTone(A, B);
        a.peer().restart(after);

        assertThat(line(after, "a=ice-ufrag")).isNotEqualTo(line(before, "a=ice-ufrag"));
        assertThat(line(after, "a=fingerprint")).isEqualTo(line(before, "a=fingerprint"));
        assertThat(after).isEqualTo(leg.localDescription());
        b.awaitTone(A, B);
        a.awaitTone(B, A);
    }

    @Test
    void aCutNetworkSilencesTheCallUntilItIsMended() throws Exception {
        MediaLeg leg = a.call(server);
        Room room = server.room();
        room.join(leg.channel());
        room.join(b.call(server).channel());
        b.awaitTone(A, B);

        server.cutNetwork(true);
        b.awaitNothing();
        server.cutNetwork(false);
        b.awaitTone(A, B);
        assertThat(leg.quality().buffered()).isLessThan(Duration.ofMillis(400));
    }

    @Test
    void aLegThatIsOverLeavesNothingBehind() {
        MediaLeg leg = a.call(server);
        leg.restart(a.peer().offer());
        leg.close();
        assertThat(server.directory().legs()).isEmpty();
        assertThat(server.directory()
                        .byUfrag(line(leg.localDescription(), "a=ice-ufrag").substring(12)))
                .isEmpty();
        assertThat(server.mixer().channelCount()).isZero();
    }

    @Test
    void aLegThatIsOverCannotBeRestarted() {
        MediaLeg leg = server.offer();
        leg.close();
        String offer = a.peer().offer();
        assertThatThrownBy(() -> leg.restart(offer)).isInstanceOf(SdpException.class);
    }

    @Test
    void garbageOnTheLineDoesNotDisturbTheCall() throws Exception {
        MediaLeg leg = a.call(server);
        Room room = server.room();
        room.join(leg.channel());
        room.join(b.call(server).channel());
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] noise = new byte[random.nextInt(1500)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                int[] firstBytes = {0, 1, 20, 22, 63, 128, 144, 191, 255};
                noise[0] = (byte) firstBytes[i % firstBytes.length];
            }
            a.peer().send(noise, noise.length);
        }
        b.awaitTone(A, B);
        a.awaitTone(B, A);
        assertThat(leg.quality().refused()).isPositive();
        assertThat(leg.quality().received()).isPositive();
    }

    @Test
    void anOfferThatCannotBeAnsweredLeavesNoLegBehind() {
        String offer = a.peer().offer();
        assertThatThrownBy(() -> server.answer("hello")).isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> server.answer(offer.replace("actpass", "passive")))
                .isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> server.offer().accept(offer)).isInstanceOf(SdpException.class);
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int taken = server.candidates().getFirst().port();
        assertThatThrownBy(() -> MediaServer.start(MediaConfig.loopback(taken)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(taken));
    }

    @Test
    void loopbackIsAdvertisedLast() throws Exception {
        InetAddress lan = InetAddress.getByName("192.168.7.7");
        assertThat(LocalAddresses.withLoopbackLast(List.of(InetAddress.getLoopbackAddress(), lan, lan)))
                .containsExactly(lan, InetAddress.getLoopbackAddress());
        assertThat(MediaConfig.of(List.of(), 0).addresses().getLast()).isEqualTo(InetAddress.getLoopbackAddress());
    }

    @Test
    void aVirtualPhonePressesAndHearsKeys() throws Exception {
        VirtualLeg phone = server.virtualLeg();
        Diary diary = Diary.of(phone);
        StringBuilder keys = new StringBuilder();
        phone.hearWith(new VirtualLeg.Ear() {
            @Override
            public void hear(short[] frame) {}

            @Override
            public void digit(char key) {
                keys.append(key);
            }
        });
        phone.press("1w2");
        phone.sendDigits("9w#");
        phone.close();

        assertThat(diary.next()).isEqualTo("connected");
        assertThat(diary.next()).isEqualTo("digit 1");
        assertThat(diary.next()).isEqualTo("digit 2");
        assertThat(diary.next()).isEqualTo("closed LOCAL");
        assertThat(keys).hasToString("9#");
    }

    private static String line(String sdp, String start) {
        return sdp.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}
