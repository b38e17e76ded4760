package org.patchbay.database.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final Retry retry = new Retry(5, Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void thePauseDoublesUpToTheLongest() {
        assertThat(retry.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(retry.pauseAfter(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(retry.pauseAfter(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(retry.pauseAfter(4)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(retry.exhaustedBy(4)).isFalse();
        assertThat(retry.exhaustedBy(5)).isTrue();
    }

    @Property
    void thePauseNeverShrinksAndNeverPassesTheLongest(@ForAll @IntRange(min = 1, max = 1_000_000) int failures) {
        assertThat(retry.pauseAfter(failures))
                .isBetween(retry.first(), retry.longest())
                .isLessThanOrEqualTo(retry.pauseAfter(failures + 1));
    }
}
