package org.patchbay.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IdsTest {

    /// As PostgreSQL compares them: byte by byte, unsigned.
    private static final Comparator<UUID> BY_BYTES = Comparator.<UUID>comparingLong(
                    id -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
            .thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE);

    private static final long TEN_DAYS = 864_000_000L;

    @Property(tries = 200)
    void idsIncreaseHoweverTheClockJumps(
            @ForAll @Size(min = 2, max = 50) List<@LongRange(max = TEN_DAYS) Long> millisecondsAgo) {
        long now = System.currentTimeMillis();
        List<UUID> ids = millisecondsAgo.stream().map(ago -> Ids.at(now - ago)).toList();

        assertThat(ids).isSortedAccordingTo(BY_BYTES).doesNotHaveDuplicates();
    }

    @Test
    void idsOfManyThreadsAreDistinctAndIncreaseInEachThread() throws Exception {
        List<List<UUID>> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<List<UUID>> maker =
                    () -> Stream.generate(Ids::next).limit(5_000).toList();
            for (Future<List<UUID>> future :
                    threads.invokeAll(Stream.generate(() -> maker).limit(8).toList())) {
                made.add(future.get());
            }
        }

        assertThat(made).allSatisfy(ids -> assertThat(ids).isSortedAccordingTo(BY_BYTES));
        assertThat(new HashSet<>(made.stream().flatMap(List::stream).toList())).hasSize(40_000);
    }

    @Test
    void anIdIsGreaterThanEveryIdMadeBeforeByAnotherThread() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            UUID last = Ids.next();
            for (int turn = 0; turn < 2_000; turn++) {
                UUID next = threads.submit(Ids::next).get();
                assertThat(next).usingComparator(BY_BYTES).isGreaterThan(last);
                last = next;
            }
        }
    }

    @Test
    void idsAreUuidsOfVersion7() {
        UUID id = Ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Property(tries = 200)
    void anIdLiesBetweenTheLowestOfItsMillisecondAndOfTheNext(@ForAll @LongRange(max = TEN_DAYS) long ago) {
        UUID id = Ids.at(System.currentTimeMillis() - ago);
        Instant made = Ids.timeOf(id);

        assertThat(id).usingComparator(BY_BYTES).isGreaterThanOrEqualTo(Ids.lowestAt(made));
        assertThat(id).usingComparator(BY_BYTES).isLessThan(Ids.lowestAt(made.plusMillis(1)));
        assertThat(Ids.timeOf(Ids.lowestAt(made))).isEqualTo(made);
    }

    @Test
    void theTimeOfAnotherKindOfUuidIsRefused() {
        assertThatThrownBy(() -> Ids.timeOf(new UUID(0x4000L, Long.MIN_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
