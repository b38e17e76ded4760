package org.patchbay.simulator.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MixerClockTest {
    @Test
    void itTicksUntilItIsClosed() throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(5);
        try (MixerClock clock = new MixerClock(ticks::countDown)) {
            assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(clock.lateness().ticks()).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void theQuantileIsTheLatenessThatSoManyTicksDidNotExceed() {
        TickLateness lateness = new TickLateness();
        for (int i = 0; i < 99; i++) {
            lateness.record(120_000);
        }
        lateness.record(7_000_000);

        assertThat(lateness.quantile(0.99)).isEqualTo(Duration.ofNanos(150_000));
        assertThat(lateness.quantile(1.0)).isEqualTo(Duration.ofNanos(7_050_000));
        lateness.reset();
        assertThat(lateness.quantile(0.99)).isZero();
    }
}
