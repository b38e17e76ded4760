package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.Ids;

class InboxTest {

    private final UUID workspace = Ids.next();
    private final Inbox inbox = new Inbox(5, 3);

    @Test
    void whatIsAloneIsTakenAtOnce() {
        Entry alone = entry();
        inbox.add(alone);

        assertThat(inbox.take()).contains(new Round(List.of(alone), Set.of()));
    }

    @Test
    void whatIsThereIsTakenInItsOrderUpToTheSizeOfARound() {
        List<Entry> all = IntStream.range(0, 5).mapToObj(each -> entry()).toList();
        all.forEach(inbox::add);

        assertThat(inbox.take().orElseThrow().entries()).isEqualTo(all.subList(0, 3));
        assertThat(inbox.take().orElseThrow().entries()).isEqualTo(all.subList(3, 5));
    }

    @Test
    void whenItIsFullNothingMoreIsTaken() {
        IntStream.range(0, 5).forEach(each -> inbox.add(entry()));
        assertThat(inbox.add(entry())).isFalse();

        inbox.take();
        assertThat(inbox.add(entry())).isTrue();
    }

    @Test
    void changesOfAgentsAreTakenOnceHoweverOftenTheyAreTold() {
        inbox.agentsChanged(workspace);
        inbox.agentsChanged(workspace);

        assertThat(inbox.take()).contains(new Round(List.of(), Set.of(workspace)));
        inbox.close();
        assertThat(inbox.take()).isEmpty();
    }

    @Test
    void onceItIsClosedOnlyWhatIsThereIsTaken() {
        Entry before = entry();
        inbox.add(before);
        inbox.close();

        assertThat(inbox.add(entry())).isFalse();
        assertThat(inbox.take()).contains(new Round(List.of(before), Set.of()));
        assertThat(inbox.take()).isEmpty();
    }

    private Entry entry() {
        return Said.entry(Said.caller(workspace, "CA" + Ids.next()));
    }
}
