package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.patchbay.calls.machine.CallEvent.Beginning;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.World.Weather;

/// All that was ever said of a long call, timers included, told once more in any order, with words missing and
/// words doubled: orders that Twilio never has, and that must do no harm.
class ShuffleTest {

    @Provide
    Arbitrary<Beginning> beginnings() {
        return Arbitraries.of(List.of(
                Cast.incoming(Cast.MESSAGE, Cast.free(Cast.ANN, Cast.BOB)),
                Cast.incoming(Cast.WHISPER, Cast.free(Cast.ANN)),
                Cast.forwarded(Cast.FORWARD_ELSE_VOICEMAIL),
                Cast.placed(),
                Cast.placedVia(Via.PHONE)));
    }

    @Property(tries = 3000)
    void inAnyOrderNothingIsDoneTwiceAndNothingGoesBack(@ForAll("beginnings") Beginning beginning, @ForAll long seed) {
        Random chance = new Random(seed);
        List<CallEvent> story = shuffled(storyOf(beginning, seed), chance);
        Promises promises = new Promises();
        Instant now = Cast.NINE;
        Decision last = CallMachine.begin(beginning, now);
        promises.begun(last);
        for (CallEvent event : story) {
            CallState before = last.after();
            now = now.plusMillis(chance.nextInt(6000));
            last = CallMachine.decide(before, event, now);
            promises.decided(before, event, last, now);
        }
        for (Leg leg : last.after().legs()) {
            String sid = leg.sid() == null ? "CA-of-" + leg.id() : leg.sid();
            CallState before = last.after();
            CallEvent end = new LegReported(leg.id(), sid, LegStatus.COMPLETED, -1, null, null);
            last = CallMachine.decide(before, end, now);
            promises.decided(before, end, last, now);
        }
        last = promises.waitedForNews(last, now);
        assertThat(last.after().call().isOver()).as("%s", story).isTrue();
    }

    private static List<CallEvent> storyOf(Beginning beginning, long seed) {
        Town town = new Town(beginning, Weather.CLEAR, seed);
        while (!town.clock.isEmpty() && town.heard.size() < 60) {
            town.clock.step();
        }
        return town.heard;
    }

    private static List<CallEvent> shuffled(List<CallEvent> events, Random chance) {
        List<CallEvent> all = new ArrayList<>();
        for (CallEvent event : events) {
            all.addAll(Collections.nCopies(List.of(0, 1, 1, 1, 2).get(chance.nextInt(5)), event));
        }
        Collections.shuffle(all, chance);
        return all;
    }
}
