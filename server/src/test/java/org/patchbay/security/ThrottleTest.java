package org.patchbay.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Property
    void theFirstFailuresAreFree(@ForAll @IntRange(min = 1, max = 40) int free) {
        Throttle throttle = Throttle.NONE;
        for (int failure = 1; failure < free; failure++) {
            throttle = throttle.attempted(NOON, free);
            assertThat(throttle.blocked(NOON)).isFalse();
        }
        assertThat(throttle.attempted(NOON, free).blocked(NOON)).isTrue();
    }

    @Property
    void eachFurtherFailureWaitsAtLeastAsLongButNeverLongerThanTheLongest(
            @ForAll @IntRange(min = 0, max = 2000) int further) {
        Throttle throttle = new Throttle(Throttle.FREE + further, NOON, NOON);
        Duration wait =
                Duration.between(NOON, throttle.attempted(NOON, Throttle.FREE).blockedUntil());
        Duration next = Duration.between(
                NOON,
                throttle.attempted(NOON, Throttle.FREE)
                        .attempted(NOON, Throttle.FREE)
                        .blockedUntil());
        assertThat(next).isGreaterThanOrEqualTo(wait).isLessThanOrEqualTo(Throttle.LONGEST_DELAY);
        assertThat(wait).isGreaterThanOrEqualTo(Throttle.FIRST_DELAY);
    }

    @Test
    void aDayWithoutAttemptsForgetsThem() {
        Throttle tired = new Throttle(100, NOON, NOON);
        Instant later = NOON.plus(Throttle.FORGOTTEN_AFTER).plusSeconds(1);
        assertThat(tired.attempted(later, Throttle.FREE).blocked(later)).isFalse();
    }
}
