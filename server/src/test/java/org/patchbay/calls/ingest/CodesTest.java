package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.calls.machine.Act;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.AgentDue;
import org.patchbay.calls.machine.CallEvent.LegDue;
import org.patchbay.calls.machine.CallEvent.RingingOver;
import org.patchbay.calls.machine.CallEvent.Turn;

/// What stands in the schedule is read back as what it was.
class CodesTest {

    private static final UUID LEG = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @ParameterizedTest
    @MethodSource("events")
    void anEventOfTheScheduleIsReadBack(CallEvent event) {
        assertThat(LaterCode.read(LaterCode.of(event))).isEqualTo(event);
    }

    static Stream<CallEvent> events() {
        return Stream.of(new RingingOver(), new AgentDue(3), new LegDue(LEG));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void anActIsReadBack(Act act) {
        assertThat(ActCode.read(ActCode.of(act).orElseThrow())).isEqualTo(act);
    }

    static Stream<Act> acts() {
        return Stream.concat(
                Stream.of(Turn.values()).map(turn -> new Act.TurnLeg(LEG, turn)),
                Stream.of(
                        new Act.Ring(LEG),
                        new Act.Find(LEG),
                        new Act.EndLeg(LEG, true),
                        new Act.EndLeg(LEG, false),
                        new Act.AskRoom(7)));
    }

    @Test
    void whatDesksAreToldIsNothingForTwilio() {
        assertThat(Stream.of(
                                new Act.Offer(Set.of(LEG)),
                                new Act.Claimed(),
                                new Act.Updated(),
                                new Act.Ended(),
                                new Act.Later(new RingingOver(), Instant.EPOCH))
                        .map(ActCode::of))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void whatNobodySchedulesIsRefused() {
        assertThatThrownBy(() -> LaterCode.of(new CallEvent.LegGone(LEG)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LegGone");
        assertThatThrownBy(() -> LaterCode.read("later")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ActCode.read("wave")).isInstanceOf(IllegalArgumentException.class);
    }
}
