package org.patchbay.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Audience;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Role;
import tools.jackson.databind.json.JsonMapper;

class DeskTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final UUID me = Ids.next();
    private final Visit visit = new Visit(Ids.next(), Ids.next(), me, Ids.next(), Ids.next(), OptionalLong.empty());
    private final FakeTransport transport = new FakeTransport();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Frames frames = new Frames(JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final Desk desk = new Desk(visit, frames, transport, new DeskMeters(registry), NOW);

    @Test
    void whatArrivesBeforeTheWelcomeFollowsIt() {
        desk.accept(TestEvent.toEverybody(8), NOW);
        desk.accept(TestEvent.toEverybody(7), NOW);
        assertThat(transport.sent).isEmpty();
        desk.begin(fresh(6, Role.AGENT), List.of(), NOW);
        assertThat(types()).containsExactly("hello", "snapshot", "event 7", "event 8");
    }

    @Test
    void aResumedDeskGetsWhatItMissedAndThenWhatCameMeanwhile() {
        desk.accept(TestEvent.toEverybody(6), NOW);
        desk.accept(TestEvent.toEverybody(7), NOW);
        desk.begin(
                new Welcome.Resumed(4, 6, Role.AGENT, List.of()),
                List.of(TestEvent.toEverybody(5), TestEvent.toEverybody(6)),
                NOW);
        assertThat(types()).containsExactly("hello", "event 5", "event 6", "event 7");
    }

    @Test
    void whatAMemberMayNotSeeIsSkippedButCounted() {
        desk.begin(fresh(0, Role.AGENT), List.of(), NOW);
        desk.accept(TestEvent.to(Audience.holding(Permission.AUDIT_READ), 1, null), NOW);
        desk.accept(TestEvent.to(Audience.of(Set.of(Ids.next())), 2, null), NOW);
        desk.accept(TestEvent.to(Audience.of(Set.of(me)), 3, null), NOW);
        assertThat(types()).containsExactly("hello", "snapshot", "skip 1", "skip 2", "event 3");
    }

    @Test
    void aChangeOfRoleTakesEffectAtItsPlaceInTheSequence() {
        Audience auditors = Audience.holding(Permission.AUDIT_READ);
        desk.begin(fresh(0, Role.AGENT), List.of(), NOW);
        desk.accept(TestEvent.to(auditors, 1, null), NOW);
        desk.accept(TestEvent.to(auditors, 3, null), NOW);
        desk.accept(TestEvent.to(Audience.everyone(), 2, new MemberChange.RoleIs(me, Role.ADMIN)), NOW);
        desk.accept(TestEvent.to(Audience.everyone(), 4, new MemberChange.RoleIs(Ids.next(), Role.AGENT)), NOW);
        desk.accept(TestEvent.to(auditors, 5, null), NOW);
        desk.accept(TestEvent.to(Audience.everyone(), 6, new MemberChange.RoleIs(me, Role.AGENT)), NOW);
        desk.accept(TestEvent.to(auditors, 7, null), NOW);
        assertThat(types())
                .containsExactly(
                        "hello", "snapshot", "skip 1", "event 2", "event 3", "event 4", "event 5", "event 6", "skip 7");
    }

    @Test
    void aRemovedMemberSeesNothingMore() {
        desk.begin(fresh(0, Role.AGENT), List.of(), NOW);
        desk.accept(TestEvent.to(Audience.everyone(), 1, new MemberChange.Removed(me)), NOW);
        desk.accept(TestEvent.toEverybody(2), NOW);
        assertThat(types()).containsExactly("hello", "snapshot");
        assertThat(transport.closed).containsExactly(CloseReason.NOT_A_MEMBER);
    }

    @Test
    void whoIsNoMemberAnyMoreIsNotWelcomed() {
        desk.begin(new Welcome.Refused(), List.of(), NOW);
        assertThat(transport.sent).isEmpty();
        assertThat(transport.closed).containsExactly(CloseReason.NOT_A_MEMBER);
    }

    @Test
    void aDeskThatDoesNotReadIsDroppedOnceItsBufferIsFull() {
        desk.begin(fresh(0, Role.AGENT), List.of(), NOW);
        transport.stuck = true;
        for (long seq = 1; seq <= Outbound.MOST_FRAMES + 10; seq++) {
            desk.accept(TestEvent.toEverybody(seq), NOW);
        }
        transport.complete(true);
        assertThat(transport.closed).containsExactly(CloseReason.TOO_SLOW);
        assertThat(registry.get("patchbay.realtime.dropped").counter().count()).isEqualTo(1);
    }

    @Test
    void aDeskThatWaitsTooLongForItsWelcomeIsDroppedRatherThanFillTheMemory() {
        for (long seq = 1; seq <= Outbound.MOST_FRAMES + 1; seq++) {
            desk.accept(TestEvent.toEverybody(seq), NOW);
        }
        assertThat(transport.closed).containsExactly(CloseReason.TOO_SLOW);
    }

    @Test
    void aHeartbeatFollowsTwentySecondsOfSilence() {
        desk.begin(fresh(3, Role.AGENT), List.of(), NOW);
        desk.beat(NOW.plusSeconds(19), Runnable::run);
        desk.accept(TestEvent.toEverybody(4), NOW.plusSeconds(19));
        desk.beat(NOW.plusSeconds(20), Runnable::run);
        assertThat(types()).containsExactly("hello", "snapshot", "event 4");
        desk.beat(NOW.plusSeconds(39), Runnable::run);
        assertThat(types()).containsExactly("hello", "snapshot", "event 4", "heartbeat 4");
        assertThat(transport.pings).isEqualTo(1);
    }

    @Test
    void aDeskThatAnswersNoPingIsGone() {
        desk.begin(fresh(0, Role.AGENT), List.of(), NOW);
        beats(3, 0);
        desk.pong();
        beats(3, 3);
        assertThat(transport.closed).isEmpty();
        beats(1, 6);
        assertThat(transport.closed).containsExactly(CloseReason.TOO_SLOW);
    }

    private void beats(int count, int from) {
        for (int beat = from + 1; beat <= from + count; beat++) {
            desk.beat(NOW.plus(Frames.HEARTBEAT.multipliedBy(beat)).plus(Duration.ofSeconds(beat)), Runnable::run);
        }
    }

    private static Welcome fresh(long seq, Role role) {
        return new Welcome.Fresh(seq, role, List.of());
    }

    /// Frames by what they are; those of the server's own by type, heartbeats with their number.
    private List<String> types() {
        JsonMapper json = JsonMapper.builder().build();
        return transport.sent.stream()
                .map(frame -> {
                    if (!frame.startsWith("{")) {
                        return frame;
                    }
                    var read = json.readTree(frame);
                    String type = read.get("type").asString();
                    return type.equals("heartbeat")
                            ? type + " " + read.get("seq").asLong()
                            : type;
                })
                .toList();
    }
}
