package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FrameFeedTest {

    /// One desk's life: it knows everything up to `after`; the outbox is read when it stands at `read`; the
    /// channel has passed on everything up to `joined` before the desk joined, and gives it the rest, up to
    /// `end`, shuffled and partly twice. The read comes after `before` of those.
    record Life(long after, long joined, long read, long end, int before, Random shuffle) {

        List<Long> live() {
            List<Long> live = new ArrayList<>(
                    LongStream.rangeClosed(joined + 1, end).boxed().toList());
            live.addAll(live.stream().filter(seq -> shuffle.nextBoolean()).toList());
            Collections.shuffle(live, shuffle);
            return live;
        }
    }

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<Integer> step = Arbitraries.integers().between(0, 8);
        return Combinators.combine(
                        step, step, step, step, Arbitraries.integers().between(0, 30), Arbitraries.randoms())
                .as((after, more, yetMore, last, before, random) -> new Life(
                        after, after + more, after + more + yetMore, after + more + yetMore + last, before, random));
    }

    @Property
    void everyNumberIsGivenOutOnceAndInOrderHoweverTheOutboxAndTheBusInterleave(@ForAll("lives") Life life) {
        FrameFeed<Long> feed = new FrameFeed<>();
        List<Long> given = new ArrayList<>();
        List<Long> live = life.live();
        int before = Math.min(life.before(), live.size());

        live.subList(0, before).forEach(seq -> given.addAll(feed.accept(seq, seq)));
        assertThat(given).as("nothing goes out before hello").isEmpty();
        given.addAll(feed.startAfter(life.after()));
        LongStream.rangeClosed(life.after() + 1, life.read()).forEach(seq -> given.addAll(feed.accept(seq, seq)));
        live.subList(before, live.size()).forEach(seq -> given.addAll(feed.accept(seq, seq)));

        assertThat(given)
                .containsExactlyElementsOf(LongStream.rangeClosed(life.after() + 1, life.end())
                        .boxed()
                        .toList());
        assertThat(feed.held()).isZero();
        assertThat(feed.gap()).isFalse();
        assertThat(feed.last()).isEqualTo(life.end());
    }

    @Test
    void whatComesEarlyWaitsAndTheGapIsKnown() {
        FrameFeed<String> feed = new FrameFeed<>();
        feed.startAfter(4);
        assertThat(feed.accept(6, "six")).isEmpty();
        assertThat(feed.gap()).isTrue();
        assertThat(feed.accept(5, "five")).containsExactly("five", "six");
        assertThat(feed.gap()).isFalse();
    }

    @Test
    void whatComesAgainIsForgotten() {
        FrameFeed<String> feed = new FrameFeed<>();
        feed.startAfter(0);
        assertThat(feed.accept(1, "one")).containsExactly("one");
        assertThat(feed.accept(1, "one")).isEmpty();
    }

    @Test
    void aFeedStartsOnce() {
        FrameFeed<String> feed = new FrameFeed<>();
        feed.startAfter(0);
        assertThatThrownBy(() -> feed.startAfter(3)).isInstanceOf(IllegalStateException.class);
    }
}
