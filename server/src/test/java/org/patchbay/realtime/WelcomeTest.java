package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Audience;

class WelcomeTest {

    @Test
    void aDeskGoesOnFromWhereItWas() {
        assertThat(Welcome.worthResuming(OptionalLong.of(10), 10)).isTrue();
        assertThat(Welcome.worthResuming(OptionalLong.of(0), Welcome.MOST_MISSED))
                .isTrue();
    }

    @Test
    void aDeskThatKnowsNothingOrMissedTooMuchBeginsAnew() {
        assertThat(Welcome.worthResuming(OptionalLong.empty(), 10)).isFalse();
        assertThat(Welcome.worthResuming(OptionalLong.of(0), Welcome.MOST_MISSED + 1))
                .isFalse();
    }

    @Test
    void aDeskThatKnowsNumbersNeverGivenOutComesFromAnotherDatabase() {
        assertThat(Welcome.worthResuming(OptionalLong.of(11), 10)).isFalse();
    }

    @Test
    void whatWasDroppedSinceCanNotBeResumed() {
        assertThat(Welcome.complete(4, 6, events(5, 6))).isTrue();
        assertThat(Welcome.complete(4, 6, events(6, 6))).isFalse();
        assertThat(Welcome.complete(6, 6, List.of())).isTrue();
    }

    private static List<NumberedEvent> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(seq -> new NumberedEvent(seq, "test.event", Instant.EPOCH, Audience.everyone(), "{}"))
                .toList();
    }
}
