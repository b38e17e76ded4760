package org.patchbay.simulator.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.live.Topic;

class ExchangeLogTest {

    private final Changes changes = new Changes();

    @Test
    void theSubjectThatWasQuietForLongestIsForgottenFirstEvenWhenSomebodyLooksAtIt() {
        var log = new ExchangeLog(2, changes);
        log.add("CA1", step("a"));
        log.add("CA2", step("b"));
        assertThat(log.of("CA1")).hasSize(1);
        log.add("CA3", step("c"));
        assertThat(log.recent(10).keySet()).containsExactly("CA3", "CA2");
        log.add("CA2", step("d"));
        assertThat(log.recent(1).keySet()).containsExactly("CA2");
        assertThat(log.of("CA1")).isEmpty();
    }

    @Test
    void aLongExchangeKeepsItsBeginningAndItsEnd() {
        var log = new ExchangeLog(1, changes);
        IntStream.range(0, 500).forEach(i -> log.add("CA1", step("step " + i)));
        var kept = log.of("CA1");
        assertThat(kept).hasSize(200);
        assertThat(((Entry.Step) kept.getFirst()).text()).isEqualTo("step 0");
        assertThat(((Entry.Step) kept.getLast()).text()).isEqualTo("step 499");
    }

    @Test
    void whoWatchesLearnsOfChangesAlsoWhenNothingIsRemembered() throws InterruptedException {
        var log = new ExchangeLog(0, changes);
        long before = changes.version();
        log.add("CA1", step("a"));
        assertThat(log.of("CA1")).isEmpty();
        assertThat(changes.after(before, Duration.ZERO).topics()).isEqualTo(Set.of(Topic.EXCHANGES));
    }

    private static Entry step(String text) {
        return new Entry.Step(Instant.EPOCH, text);
    }
}
