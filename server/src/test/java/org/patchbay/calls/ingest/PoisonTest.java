package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.Ids;

/// One thing that can not be written is no reason to lose the others.
class PoisonTest extends IngestStage {

    @Test
    void onlyWhatIsPoisonedFails() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        Told poison = Said.caller(workspace, tooLongForAnIndex());
        List<Told> all = new ArrayList<>();
        IntStream.range(0, 40).forEach(each -> all.add(Said.caller(workspace, sid())));
        all.add(17, poison);
        double poisoned = node.meters().counter("patchbay.ingest.poisoned").count();

        List<CompletableFuture<Heard>> heard =
                all.stream().map(node.ingest()::tell).toList();

        assertThatThrownBy(() -> heard.get(17).join()).isNotNull();
        heard.stream()
                .filter(each -> each != heard.get(17))
                .forEach(each -> assertThat(callOf(each.join())).isNotNull());
        assertThat(office.rows("select id from calls where workspace_id = '" + workspace + "'"))
                .hasSize(40);
        assertThat(node.meters().counter("patchbay.ingest.poisoned").count()).isEqualTo(poisoned + 1);
    }

    @Test
    void aRendererThatFailsPoisonsItsOwnOnly() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        Told faulty = Said.caller(workspace, sid()).answeredBy(request -> {
            throw new IllegalStateException("no words");
        });

        List<CompletableFuture<Heard>> heard = Stream.of(
                        Said.caller(workspace, sid()), faulty, Said.caller(workspace, sid()))
                .map(node.ingest()::tell)
                .toList();

        assertThatThrownBy(() -> heard.get(1).join()).hasRootCauseMessage("no words");
        assertThat(heard.get(0).join().twiml()).isPresent();
        assertThat(heard.get(2).join().twiml()).isPresent();
    }

    @Test
    void textThatPostgresCanNotHoldIsNoReasonToRefuse() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        String sid = sid();
        Told told = Told.of(
                        workspace,
                        new Matter.NewCaller(sid, "\u0000anonymous", Office.NUMBER, "Eve\u0000"),
                        Ids.next(),
                        Source.WEBHOOK,
                        "call.incoming",
                        Said.WHEN)
                .with(Map.of("From", "\u0000anonymous", "odd\u0000", List.of("a\u0000\uD800", Map.of("\u0000", 1))));

        assertThat(callOf(node.ingest().tellAndWait(told)).parties().from()).isEqualTo("\uFFFDanonymous");
    }

    /// Neither does it compress.
    private static String tooLongForAnIndex() {
        return IntStream.range(0, 1_000)
                .mapToObj(each -> UUID.randomUUID().toString())
                .collect(Collectors.joining());
    }
}
