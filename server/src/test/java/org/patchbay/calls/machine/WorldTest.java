package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.patchbay.calls.machine.CallEvent.Beginning;
import org.patchbay.calls.machine.World.Weather;

/// Calls in a world where people do what they like and Twilio's callbacks are lost, late, doubled and overtaken.
/// Every step keeps the [Promises], and [Twin] checks that nobody is rung twice or for nobody, and that a call
/// which waits always has a timer.
///
/// Fails when `LegMoves.due` asks nobody, `Claims.due` does not ask who is in the room, or
/// `Ringing.endIfUnwanted` ends nothing: each was tried.
class WorldTest {

    /// So long a call may go on after the last word from outside: the longest wait is for a caller sent on.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    @Provide
    Arbitrary<Beginning> beginnings() {
        return Arbitraries.of(List.of(
                Cast.incoming(Cast.MESSAGE, Cast.free(Cast.ANN, Cast.BOB)),
                Cast.incoming(Cast.FORWARD, Cast.free(Cast.ANN)),
                Cast.incoming(Cast.WHISPER, Cast.busy(Cast.ANN)),
                Cast.incoming(Cast.VOICEMAIL, Cast.free(Cast.ANN, Cast.BOB)),
                Cast.forwarded(Cast.FORWARD),
                Cast.forwarded(Cast.WHISPER),
                Cast.forwarded(Cast.FORWARD_ELSE_VOICEMAIL),
                Cast.blocked(),
                Cast.toUnknownNumber(),
                Cast.placed(),
                Cast.placedVia(Via.PHONE),
                Cast.placedVia(Via.API)));
    }

    @Property(tries = 3000)
    void everyCallEndsAndNobodyIsLeftOnALine(@ForAll("beginnings") Beginning beginning, @ForAll long seed) {
        Town town = new Town(beginning, Weather.ROUGH, seed);
        runToTheEnd(town);
        hasEndedFor(town);
    }

    @Property(tries = 2000)
    void inClearWeatherACallIsCompletedExactlyIfSomebodySpoke(
            @ForAll("beginnings") Beginning beginning, @ForAll long seed) {
        Town town = new Town(beginning, Weather.CLEAR, seed);
        runToTheEnd(town);
        hasEndedFor(town);
        boolean completed = town.last.after().call().status() == CallStatus.COMPLETED;
        assertThat(town.spoken || !completed).as("%s", town.heard).isTrue();
        assertThat(completed || !town.talked).as("%s", town.heard).isTrue();
    }

    @Property(tries = 3000)
    void aCallThatWaitsEndsByItselfShouldTwilioNeverSpeakAgain(
            @ForAll("beginnings") Beginning beginning, @ForAll long seed, @ForAll("moments") Duration moment) {
        Town town = new Town(beginning, Weather.ROUGH, seed);
        while (!town.clock.isEmpty() && town.clock.now().isBefore(Cast.NINE.plus(moment))) {
            town.clock.step();
        }
        Stage then = town.last.after().call().stage();
        town.fallSilent();
        Instant limit = town.clock.now().plus(LONGEST_WAIT);
        while (!town.clock.isEmpty() && town.clock.now().isBefore(limit)) {
            town.clock.step();
        }
        Stage stage = town.last.after().call().stage();
        assertThat(stage == Stage.ENDED || (stage == Stage.TALKING && then == Stage.TALKING))
                .as("%s, then %s: %s", then, stage, town.heard)
                .isTrue();
    }

    @Provide
    Arbitrary<Duration> moments() {
        return Arbitraries.integers().between(0, 90_000).map(Duration::ofMillis);
    }

    private static void runToTheEnd(Town town) {
        while (!town.clock.isEmpty()) {
            town.clock.step();
            assertThat(town.clock.now()).isBefore(Cast.NINE.plus(Duration.ofHours(3)));
        }
    }

    private static void hasEndedFor(Town town) {
        CallState state = town.last.after();
        assertThat(state.call().isOver()).as("%s %s", state, town.heard).isTrue();
        assertThat(town.lines.values()).as("%s", town.heard).noneMatch(Line::isAlive);
        assertThat(state.legs())
                .as("%s", town.heard)
                .filteredOn(leg -> leg.sid() != null)
                .allMatch(Leg::isOver);
    }
}
