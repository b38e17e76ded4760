package org.patchbay.simulator.media.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.audio.HoldMusic;
import org.patchbay.simulator.media.audio.Tone;

class RoomTest {
    private static final double A = 400;
    private static final double B = 700;
    private static final double C = 1100;
    private static final double MUSIC = 1900;

    private final Mixer mixer = new Mixer();
    private final Room room = mixer.room();
    private final Sound a = Sound.saying(A);
    private final Sound b = Sound.saying(B);
    private final Sound c = Sound.saying(C);
    private final Member memberA = room.join(mixer.attach(a));
    private final Member memberB = room.join(mixer.attach(b));
    private final Member memberC = room.join(mixer.attach(c));

    @AfterEach
    void close() {
        mixer.close();
    }

    @Test
    void eachOfThreeHearsExactlyTheOtherTwo() {
        listen();
        assertThat(a.hearsTone(B) && a.hearsTone(C) && a.hearsNothingOf(A)).isTrue();
        assertThat(b.hearsTone(A) && b.hearsTone(C) && b.hearsNothingOf(B)).isTrue();
        assertThat(c.hearsTone(A) && c.hearsTone(B) && c.hearsNothingOf(C)).isTrue();
    }

    @Test
    void aMutedMemberIsNotHeardButHears() {
        memberA.mute(true);
        listen();
        assertThat(b.hearsNothingOf(A) && b.hearsTone(C)).isTrue();
        assertThat(a.hearsTone(B) && a.hearsTone(C) && a.hearsNothingOf(A)).isTrue();

        memberA.mute(false);
        listen();
        assertThat(b.hearsTone(A)).isTrue();
    }

    @Test
    void aHeldMemberHearsMusicAloneAndIsNotHeard() {
        memberA.hold(Tone.of(MUSIC, Sound.LOUD).forever());
        listen();
        assertThat(a.hearsTone(MUSIC) && a.hearsNothingOf(B) && a.hearsNothingOf(C))
                .isTrue();
        assertThat(b.hearsNothingOf(A) && b.hearsNothingOf(MUSIC) && b.hearsTone(C))
                .isTrue();

        memberA.unhold();
        listen();
        assertThat(a.hearsTone(B) && a.hearsNothingOf(MUSIC) && b.hearsTone(A)).isTrue();
    }

    @Test
    void aWhisperIsHeardOnlyByTheCoached() {
        memberC.coach(memberA);
        listen();
        assertThat(a.hearsTone(C) && a.hearsTone(B)).isTrue();
        assertThat(b.hearsTone(A) && b.hearsNothingOf(C)).isTrue();
        assertThat(c.hearsTone(A) && c.hearsTone(B) && c.hearsNothingOf(C)).isTrue();

        memberC.barge();
        listen();
        assertThat(b.hearsTone(C)).isTrue();
    }

    @Test
    void aMutedWhispererListensOnly() {
        memberC.coach(memberA);
        memberC.mute(true);
        listen();
        assertThat(a.hearsNothingOf(C) && c.hearsTone(A)).isTrue();
    }

    @Test
    void whenTheCoachedLeavesTheWhispererIsHeardByNobody() {
        memberC.coach(memberA);
        memberA.leave();
        listen();
        assertThat(b.hearsNothingOf(C)).isTrue();
    }

    @Test
    void onlyAMemberOfTheSameRoomCanBeCoached() {
        Member stranger = mixer.room().join(mixer.attach(Sound.saying(300)));
        assertThatThrownBy(() -> memberA.coach(stranger)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> memberA.coach(memberA)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnnouncementIsHeardByEverybodyOverTheConversation() {
        memberB.hold(HoldMusic.tune().forever());
        room.announce(Tone.of(MUSIC, Sound.LOUD).lasting(Duration.ofSeconds(2)).once());
        listen();
        assertThat(a.hearsTone(MUSIC) && a.hearsTone(C) && c.hearsTone(MUSIC)).isTrue();
        assertThat(b.hearsNothingOf(MUSIC)).as("on hold").isTrue();
    }

    @Test
    void whoLeavesHearsSilenceAndIsNotHeard() {
        memberA.leave();
        listen();
        assertThat(a.hearsNothingOf(B) && b.hearsNothingOf(A) && b.hearsTone(C)).isTrue();
        assertThat(memberA.channel().member()).isEmpty();
    }

    @Test
    void whoJoinsAnotherRoomLeavesTheFirst() {
        Room other = mixer.room();
        other.join(memberA.channel());
        listen();
        assertThat(room.members()).containsExactly(memberB, memberC);
        assertThat(b.hearsNothingOf(A)).isTrue();
    }

    @Test
    void roomsDoNotHearEachOther() {
        Sound stranger = Sound.saying(MUSIC);
        mixer.room().join(mixer.attach(stranger));
        listen();
        assertThat(a.hearsNothingOf(MUSIC) && stranger.hearsNothingOf(A)).isTrue();
    }

    @Test
    void manyLoudVoicesSaturateInsteadOfWrappingRound() {
        Room loud = mixer.room();
        Sound listener = Sound.saying((short) 0);
        loud.join(mixer.attach(listener));
        for (int i = 0; i < 49; i++) {
            loud.join(mixer.attach(Sound.saying((short) 20_000)));
        }
        mixer.tick();
        assertThat(listener.lastFrame()).containsOnly(Short.MAX_VALUE);
    }

    @Test
    void closingTheRoomSetsEverybodyFree() {
        room.close();
        listen();
        assertThat(memberA.channel().member()).isEmpty();
        assertThat(a.hearsNothingOf(B)).isTrue();
    }

    private void listen() {
        a.forget();
        b.forget();
        c.forget();
        for (int i = 0; i < 50; i++) {
            mixer.tick();
        }
    }
}
