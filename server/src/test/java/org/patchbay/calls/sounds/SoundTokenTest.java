package org.patchbay.calls.sounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.patchbay.secrets.Seals;
import org.patchbay.secrets.TestSecrets;

class SoundTokenTest {

    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final Seals SEALS = TestSecrets.seals();

    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

    private final SoundToken tokens = at(MIDNIGHT);

    private static SoundToken at(Instant now) {
        return new SoundToken(SEALS, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aTokenOpensItsSoundAndNoOther() {
        String token = tokens.make(WORKSPACE, Sound.RINGING);
        assertThat(tokens.check(token, Sound.RINGING)).isPresent();
        assertThat(tokens.check(token, Sound.HOLD_MUSIC)).isEmpty();
        assertThat(tokens.make(UUID.randomUUID(), Sound.RINGING)).isNotEqualTo(token);
    }

    @Property(tries = 200)
    void itWorksForADayAtLeastAndTwoAtMost(@ForAll @IntRange(max = 86_399) int secondOfDay) {
        Instant made = MIDNIGHT.plusSeconds(secondOfDay);
        String token = at(made).make(WORKSPACE, Sound.RINGING);
        Duration life = at(made).check(token, Sound.RINGING).orElseThrow();
        assertThat(life).isBetween(Duration.ofDays(1), Duration.ofDays(2));

        Instant end = made.plus(life);
        assertThat(at(end.minusSeconds(1)).check(token, Sound.RINGING)).contains(Duration.ofSeconds(1));
        assertThat(at(end).check(token, Sound.RINGING)).isEmpty();
    }

    @Test
    void itIsTheSameTheWholeDayAndAnotherTheNext() {
        String token = tokens.make(WORKSPACE, Sound.RINGING);
        Instant lastSecond = MIDNIGHT.plus(Duration.ofDays(1)).minusSeconds(1);
        assertThat(at(lastSecond).make(WORKSPACE, Sound.RINGING)).isEqualTo(token);
        assertThat(at(lastSecond.plusSeconds(1)).make(WORKSPACE, Sound.RINGING)).isNotEqualTo(token);
    }

    @Property(tries = 300)
    void whateverElseIsTriedOpensNothing(@ForAll @IntRange(max = 47) int place, @ForAll char other) {
        String token = tokens.make(WORKSPACE, Sound.RINGING);
        String forged = token.substring(0, place) + other + token.substring(place + 1);
        assertThat(tokens.check(forged, Sound.RINGING).isPresent()).isEqualTo(forged.equals(token));
    }

    @Property(tries = 200)
    void anyTextIsChecked(@ForAll String text) {
        assertThat(tokens.check(text, Sound.RINGING)).isEmpty();
    }
}
