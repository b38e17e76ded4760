package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;

class NumberCrewTest {

    private final List<Integer> many = IntStream.range(0, 100).boxed().toList();

    @Test
    void whenOneThrowsNoFurtherIsBegunAndItIsThrownOn() {
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> inWorkspace(() -> NumberCrew.each(many, number -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException("refused");
                })))
                .hasMessage("refused");
        assertThat(begun.get()).isLessThanOrEqualTo(NumberCrew.AT_ONCE);
    }

    /// A server that goes down did not want the run to end: the next one goes on.
    @Test
    void aServerThatGoesDownHasNotStoppedTheRun() {
        assertThatThrownBy(() -> inWorkspace(() -> {
                    Thread.currentThread().interrupt();
                    NumberCrew.each(many, number -> neverDone());
                }))
                .isInstanceOf(RunStep.Interrupted.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /// Until whoever does it is stopped: work that is done has nothing to wait for, nor to interrupt.
    private static void neverDone() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void inWorkspace(Runnable work) {
        Tenancy.asWorkspace(UUID.randomUUID(), () -> {
            work.run();
            return true;
        });
    }
}
