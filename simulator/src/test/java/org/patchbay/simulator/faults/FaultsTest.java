package org.patchbay.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.time.InFlight;
import org.patchbay.simulator.time.TurnedClock;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

class FaultsTest {

    private static final String ACCOUNT = "AC00000000000000000000000000000001";

    private static Faults faults() {
        return new Faults(
                new TurnedClock(Instant.parse("2026-11-20T10:00:00Z"), new InFlight(), Duration.ofSeconds(1)));
    }

    private static Webhook callback(String accountSid) {
        return new Webhook(accountSid, "CA", WebhookKind.CALL_STATUS, "http://127.0.0.1/", "POST", Params.NONE);
    }

    private static List<List<Duration>> run(FaultPlan plan, int callbacks) {
        var faults = faults();
        faults.set(ACCOUNT, plan);
        return IntStream.range(0, callbacks)
                .mapToObj(i -> faults.deliveries(callback(ACCOUNT)))
                .toList();
    }

    @Property(tries = 200)
    void theSameSeedStrikesTheSameCallbacks(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 1) double drop,
            @ForAll @DoubleRange(max = 1) double duplicate,
            @ForAll @DoubleRange(max = 1) double delay,
            @ForAll @IntRange(max = 60) int callbacks) {
        var plan = FaultPlan.seeded(seed)
                .with(FaultKind.CALLBACK_DROP, drop)
                .with(FaultKind.CALLBACK_DUPLICATE, duplicate)
                .with(FaultKind.CALLBACK_DELAY, delay);
        assertThat(run(plan, callbacks)).isEqualTo(run(plan, callbacks));
    }

    @Property(tries = 200)
    void withoutDropsEveryCallbackComesOnceOrTwiceAndNeverTooLate(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 1) double duplicate,
            @ForAll @DoubleRange(max = 1) double reorder,
            @ForAll @IntRange(min = 1, max = 90) int delaySeconds) {
        var longest = Duration.ofSeconds(delaySeconds);
        var plan = FaultPlan.seeded(seed)
                .with(FaultKind.CALLBACK_DUPLICATE, duplicate)
                .with(FaultKind.CALLBACK_REORDER, reorder)
                .delay(longest);
        assertThat(run(plan, 40)).allSatisfy(times -> {
            assertThat(times).hasSizeBetween(1, 2);
            assertThat(times)
                    .allSatisfy(time -> assertThat(time)
                            .isGreaterThanOrEqualTo(Duration.ZERO)
                            .isLessThanOrEqualTo(longest.multipliedBy(2)));
            assertThat(times).isSorted();
        });
    }

    @Property(tries = 100)
    void oneKindOfFaultDoesNotMoveAnother(@ForAll long seed, @ForAll @DoubleRange(max = 1) double drop) {
        var alone = FaultPlan.seeded(seed).with(FaultKind.CALLBACK_DROP, drop);
        var together = alone.with(FaultKind.CALLBACK_DUPLICATE, 0.5).with(FaultKind.CALLBACK_DELAY, 0.5);
        var dropped = run(alone, 50).stream().map(List::isEmpty).toList();
        assertThat(run(together, 50).stream().map(List::isEmpty).toList()).isEqualTo(dropped);
    }

    @Property(tries = 100)
    void chancesOfNothingAndOfCertaintyAreKept(@ForAll long seed) {
        assertThat(run(FaultPlan.seeded(seed).with(FaultKind.CALLBACK_DROP, 0), 30))
                .allMatch(times -> times.equals(List.of(Duration.ZERO)));
        assertThat(run(FaultPlan.seeded(seed).with(FaultKind.CALLBACK_DROP, 1), 30))
                .allMatch(List::isEmpty);
    }

    @Property(tries = 50)
    void aHalfIsAboutAHalf(@ForAll long seed) {
        long dropped = run(FaultPlan.seeded(seed).with(FaultKind.CALLBACK_DROP, 0.5), 2_000).stream()
                .filter(List::isEmpty)
                .count();
        // Eight standard deviations: no seed misses it by chance.
        assertThat(dropped).isBetween(820L, 1_180L);
    }

    @Property(tries = 100)
    void chancesOutOfBoundsAreRefused(@ForAll @Size(1) List<Double> chances) {
        double chance = chances.getFirst();
        if (chance >= 0 && chance <= 1) {
            assertThat(FaultPlan.NONE.with(FaultKind.REST_SLOW, chance).chances())
                    .hasSize(1);
        } else {
            assertThatThrownBy(() -> FaultPlan.NONE.with(FaultKind.REST_SLOW, chance))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void otherAccountsAreSpared() {
        var faults = faults();
        faults.set(ACCOUNT, FaultPlan.seeded(1).with(FaultKind.CALLBACK_DROP, 1));
        assertThat(faults.deliveries(callback("AC00000000000000000000000000000002")))
                .containsExactly(Duration.ZERO);
        faults.clear(ACCOUNT);
        assertThat(faults.deliveries(callback(ACCOUNT))).containsExactly(Duration.ZERO);
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new FaultPlan(1, Map.of(), Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
