package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.access.Role;
import tools.jackson.databind.json.JsonMapper;

class ChannelTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final int DESKS = 4;
    private static final long EVENTS = 12;

    private final Channel channel = new Channel();
    private final Frames frames = new Frames(JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final DeskMeters meters = new DeskMeters(new SimpleMeterRegistry());

    /// One desk on its way in, as [Desks#open] takes it: it joins, its welcome is read, it is told, and the channel
    /// learns where the numbers stand.
    private final class Arrival {

        private final FakeTransport transport = new FakeTransport();
        private final Desk desk;
        private int steps;
        private long read;

        Arrival() {
            Visit visit = new Visit(Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next(), OptionalLong.empty());
            desk = new Desk(visit, frames, transport, meters, NOW);
        }

        boolean isIn() {
            return steps == 4;
        }

        void step(long committed) {
            switch (steps++) {
                case 0 -> channel.join(desk);
                case 1 -> read = committed;
                case 2 -> desk.begin(new Welcome.Fresh(read, Role.AGENT, List.of()), List.of(), NOW);
                default -> channel.standsAt(read, NOW);
            }
        }

        List<String> seen() {
            return transport.sent.stream()
                    .filter(frame -> frame.startsWith("event"))
                    .toList();
        }
    }

    /// As after a restart, when all come back at once.
    @Test
    void whoReadWhereTheNumbersStandBeforeSomebodyElseWhoIsInSoonerMissesNothing() {
        Arrival early = new Arrival();
        Arrival late = new Arrival();
        early.step(0);
        late.step(0);
        early.step(4);
        IntStream.range(0, 3).forEach(step -> late.step(5));
        IntStream.range(0, 2).forEach(step -> early.step(5));
        channel.deliver(List.of(TestEvent.toEverybody(5)), NOW);
        channel.deliver(List.of(TestEvent.toEverybody(6)), NOW);
        assertThat(early.seen()).containsExactly("event 5", "event 6");
        assertThat(late.seen()).containsExactly("event 6");
    }

    @Property
    void everyDeskSeesEveryNumberAfterItsWelcome(@ForAll Random chance) {
        List<Arrival> arrivals =
                IntStream.range(0, DESKS).mapToObj(desk -> new Arrival()).toList();
        long committed = 0;
        long delivered = 0;
        while (delivered < EVENTS || !arrivals.stream().allMatch(Arrival::isIn)) {
            List<Arrival> coming =
                    arrivals.stream().filter(arrival -> !arrival.isIn()).toList();
            int choice = chance.nextInt(coming.size() + 2);
            if (choice < coming.size()) {
                coming.get(choice).step(committed);
            } else if (choice == coming.size() && committed < EVENTS) {
                committed++;
            } else if (delivered < committed) {
                delivered++;
                channel.deliver(List.of(TestEvent.toEverybody(delivered)), NOW);
            }
        }
        for (Arrival arrival : arrivals) {
            assertThat(arrival.seen())
                    .isEqualTo(LongStream.rangeClosed(arrival.read + 1, EVENTS)
                            .mapToObj(seq -> "event " + seq)
                            .toList());
        }
    }
}
