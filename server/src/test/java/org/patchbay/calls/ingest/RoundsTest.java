package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.SettableClock;

/// It makes no difference how what is said is cut into rounds, nor which node writes them.
class RoundsTest {

    private static final Clock NOON = Clock.fixed(Said.WHEN.plusSeconds(3_600), ZoneOffset.UTC);

    private static final SettableClock CLOCK = new SettableClock();
    private static final Office ALONE = Office.open();
    private static final Office TOGETHER = Office.open();
    private static final Node ALONE_NODE = Node.start(ALONE, CLOCK);
    private static final Node TOGETHER_NODE = Node.start(TOGETHER, CLOCK);
    private static final Node OTHER_NODE = Node.start(TOGETHER, CLOCK);

    @AfterContainer
    static void close() {
        ALONE_NODE.close();
        TOGETHER_NODE.close();
        OTHER_NODE.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenTogetherIsWhatIsWrittenOneByOne(@ForAll long seed) {
        Random random = new Random(seed);
        Script script = Script.random(random);
        script.prepare(ALONE);
        script.prepare(TOGETHER);

        List<Entry> ones = script.entries();
        Flusher single = ALONE_NODE.flusher(NOON);
        ones.forEach(entry -> single.flush(new Round(List.of(entry), Set.of())));

        List<Entry> many = script.entries();
        Flusher rounds = TOGETHER_NODE.flusher(NOON);
        int from = 0;
        while (from < many.size()) {
            int to = Math.min(many.size(), from + 1 + random.nextInt(many.size()));
            rounds.flush(new Round(many.subList(from, to), Set.of()));
            from = to;
        }

        for (int place = 0; place < ones.size(); place++) {
            assertThat(script.told(many.get(place)))
                    .as("seed %s, %s", seed, script.said(place))
                    .isEqualTo(script.told(ones.get(place)));
        }
        assertThat(script.written(TOGETHER)).as("seed %s", seed).isEqualTo(script.written(ALONE));
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void nodesWhoseRoundsOverlapDoNotBlockEachOther(@ForAll long seed) {
        Random random = new Random(seed);
        UUID workspace = TOGETHER.workspace();
        TOGETHER.member(workspace, "available");
        List<String> sids =
                IntStream.range(0, 12).mapToObj(each -> "CA" + Ids.next()).toList();
        double unwritten = failures();
        List<CompletableFuture<Heard>> heard = new ArrayList<>();
        for (int each = 0; each < 1_500; each++) {
            String sid = sids.get(random.nextInt(sids.size()));
            Told told = random.nextInt(4) == 0
                    ? Said.caller(workspace, sid)
                    : Said.bySid(
                            workspace,
                            sid,
                            new LegReported(null, sid, LegStatus.IN_PROGRESS, each, null, null),
                            Ids.next());
            heard.add(
                    (random.nextBoolean() ? TOGETHER_NODE : OTHER_NODE).ingest().tell(told));
        }

        assertThat(heard).allSatisfy(each -> assertThat(each.join()).isNotNull());
        assertThat(failures()).isEqualTo(unwritten);
        assertThat(TOGETHER.rows("select id from calls where workspace_id = '" + workspace + "'"))
                .hasSizeLessThanOrEqualTo(sids.size());
    }

    private static double failures() {
        return List.of(TOGETHER_NODE, OTHER_NODE).stream()
                .mapToDouble(node -> node.meters()
                                .counter("patchbay.ingest.poisoned")
                                .count()
                        + node.meters().counter("patchbay.ingest.unwritten").count())
                .sum();
    }
}
