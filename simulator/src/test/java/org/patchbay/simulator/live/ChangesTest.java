package org.patchbay.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Changes changes = new Changes();

    @Test
    void aWatcherLearnsWhatChangedSinceItLooked() throws InterruptedException {
        changes.note(Topic.PHONES);
        long seen = changes.version();
        changes.note(Topic.ALERTS);
        changes.note(Topic.ALERTS);
        var after = changes.after(seen, Duration.ZERO);
        assertThat(after.topics()).containsExactly(Topic.ALERTS);
        assertThat(changes.after(after.version(), Duration.ZERO).topics()).isEmpty();
    }

    @Test
    void aWatcherIsWokenByAChange() {
        var woken = CompletableFuture.supplyAsync(() -> look());
        changes.note(Topic.PHONES);
        assertThat(woken.join().topics()).containsExactly(Topic.PHONES);
    }

    @Test
    void everybodyIsLetGoAtTheEnd() {
        var woken = CompletableFuture.supplyAsync(() -> look());
        changes.close();
        assertThat(woken.join().closed()).isTrue();
    }

    private Changes.Seen look() {
        try {
            return changes.after(0, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
