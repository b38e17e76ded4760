package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Eventually;

class CoalescerTest {

    @Test
    void aBurstOfRequestsIsOneRunAndWhatComesMeanwhileOneMore() {
        Queue<Runnable> threads = new ArrayDeque<>();
        List<String> runs = new ArrayList<>();
        List<Coalescer<String>> self = new ArrayList<>();
        self.add(new Coalescer<>(threads::add, key -> {
            runs.add(key);
            if (runs.size() == 1) {
                self.getFirst().ask(key);
                self.getFirst().ask(key);
            }
        }));
        self.getFirst().ask("a");
        self.getFirst().ask("a");
        self.getFirst().ask("a");
        drain(threads);
        assertThat(runs)
                .as("asked twice while it had not begun, and twice while it ran")
                .containsExactly("a", "a");
        self.getFirst().ask("a");
        drain(threads);
        assertThat(runs).hasSize(3);
    }

    private static void drain(Queue<Runnable> threads) {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    void everyRequestIsFollowedByAWholeRunAndNeverTwoAtATime() throws InterruptedException {
        AtomicInteger written = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Coalescer<String> coalescer = new Coalescer<>(threads, key -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                seen.set(written.get());
                inside.decrementAndGet();
            });
            CountDownLatch done = new CountDownLatch(50);
            for (int writer = 0; writer < 50; writer++) {
                threads.execute(() -> {
                    for (int i = 0; i < 200; i++) {
                        written.incrementAndGet();
                        coalescer.ask("workspace");
                    }
                    done.countDown();
                });
            }
            done.await();
            Eventually.until("the last write is seen", () -> seen.get() == 50 * 200);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void workThatFailsCanBeAskedForAgain() {
        AtomicInteger runs = new AtomicInteger();
        Coalescer<String> coalescer = new Coalescer<>(
                task -> {
                    try {
                        task.run();
                    } catch (IllegalStateException planted) {
                        assertThat(planted).hasMessage("planted fault");
                    }
                },
                key -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new IllegalStateException("planted fault");
                    }
                });
        coalescer.ask("a");
        coalescer.ask("a");
        assertThat(runs).hasValue(2);
    }
}
