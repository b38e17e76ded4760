package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Audience;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;

class ManyDesksTest {

    private static final int DESKS = 200;
    private static final int WRITERS = 5;
    private static final int EVENTS_EACH = 100;

    /// Of large events: further behind on a busy machine, a desk that reads would be too slow as well.
    private static final int MOST_BEHIND = 20;

    private final RunningServer server = RunningServer.shared();

    @Test
    void twoHundredDesksGetFiveHundredEventsOfConcurrentWritersEachOnceAndInOrder() throws Exception {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        Says say = new Says(server, owner.workspaceId());
        List<TestDesk> desks = openAll(owner);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(() -> {
                    for (int i = 0; i < EVENTS_EACH; i++) {
                        say.event("test.counted", Audience.everyone(), Map.of("writer", number, "i", i));
                    }
                    return number;
                });
            }
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        for (TestDesk desk : desks) {
            Eventually.until(
                    "all events are here", () -> desk.frames("test.counted").size() == WRITERS * EVENTS_EACH);
            assertThat(desk.numbers())
                    .containsExactlyElementsOf(LongStream.rangeClosed(
                                    desk.numbers().getFirst(), desk.numbers().getLast())
                            .boxed()
                            .toList());
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                assertThat(desk.frames("test.counted").stream()
                                .map(frame -> frame.get("data"))
                                .filter(data -> data.get("writer").asInt() == number)
                                .map(data -> data.get("i").asInt()))
                        .as("one writer's events in the order of their commits")
                        .isSorted();
            }
        }
        desks.forEach(TestDesk::cut);
    }

    private static List<TestDesk> openAll(Visitor owner) {
        var workspaceId = owner.workspaceId();
        List<CompletableFuture<TestDesk>> opening = new ArrayList<>();
        for (int i = 0; i < DESKS; i++) {
            opening.add(TestDesk.connect(owner, workspaceId, null, TestDesk.originOf(owner)));
        }
        List<TestDesk> desks = opening.stream().map(CompletableFuture::join).toList();
        desks.forEach(desk -> desk.await("snapshot"));
        return desks;
    }

    @Test
    void aDeskThatDoesNotReadIsDroppedWhileTheOthersGoOn() {
        Visitor owner = Visitor.owner(server, "Olive Owner");
        Says say = new Says(server, owner.workspaceId());
        TestDesk reading = TestDesk.open(owner);
        reading.await("snapshot");
        TestDesk deaf = TestDesk.openDeaf(owner);
        Eventually.until("both are here", () -> openDesks(owner) == 2);

        String filler = "x".repeat(40_000);
        int said = 0;
        while (openDesks(owner) == 2 && said < 2_000) {
            say.event("test.large", Audience.everyone(), Map.of("filler", filler));
            said++;
            int wanted = said - MOST_BEHIND;
            Eventually.until(
                    "the other one keeps up", () -> reading.frames("test.large").size() >= wanted);
        }
        int expected = said;
        // What is on its way to the deaf one has ten seconds; a fast machine says all this in less.
        Eventually.until("the deaf one is dropped", () -> openDesks(owner) == 1);
        Eventually.until(
                "the other one has all", () -> reading.frames("test.large").size() == expected);
        assertThat(reading.open()).isTrue();
        deaf.cut();
    }

    private long openDesks(Visitor owner) {
        var workspaceId = owner.workspaceId();
        return server.bean(Desks.class).all().stream()
                .filter(desk -> desk.visit().workspaceId().equals(workspaceId))
                .count();
    }
}
