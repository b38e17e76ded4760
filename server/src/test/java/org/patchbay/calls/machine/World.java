package org.patchbay.calls.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.patchbay.calls.machine.CallEvent.Beginning;
import org.patchbay.calls.machine.Clockwork.Kind;

/// One call among people who do what they like: tells the machine what happens, keeps its [Promises], and calls
/// back as late, as often and as seldom as the weather has it.
abstract class World {

    /// How badly callbacks fare.
    record Weather(double lost, double twice, int lateMillis) {
        static final Weather CLEAR = new Weather(0, 0, 0);
        static final Weather ROUGH = new Weather(0.1, 0.2, 4000);
    }

    final Clockwork clock = new Clockwork();
    final Random chance;
    final List<CallEvent> heard = new ArrayList<>();
    private final Weather weather;
    private final Promises promises = new Promises();
    private boolean silent;
    Decision last;

    World(Beginning beginning, Weather weather, long seed) {
        this.weather = weather;
        this.chance = new Random(seed);
        last = CallMachine.begin(beginning, clock.now());
        promises.begun(last);
    }

    abstract void perform(Act act);

    Decision tell(CallEvent event) {
        CallState before = last.after();
        last = CallMachine.decide(before, event, clock.now());
        promises.decided(before, event, last, clock.now());
        heard.add(event);
        Decision decision = last;
        decision.acts().forEach(this::perform);
        assertThat(waitsForNobody() || clock.hasOurs())
                .as("a timer runs: %s", heard)
                .isTrue();
        return decision;
    }

    private boolean waitsForNobody() {
        Stage stage = last.after().call().stage();
        return stage == Stage.TALKING || stage == Stage.ENDED;
    }

    void callBack(CallEvent event) {
        if (!silent && chance.nextDouble() >= weather.lost()) {
            theirs(chance.nextInt(weather.lateMillis() + 1), () -> tell(event));
            if (chance.nextDouble() < weather.twice()) {
                theirs(chance.nextInt(weather.lateMillis() + 1), () -> tell(event));
            }
        }
    }

    void theirs(int millis, Runnable work) {
        if (!silent) {
            clock.in(Duration.ofMillis(millis), Kind.THEIRS, work);
        }
    }

    void ours(Duration time, Runnable work) {
        clock.in(time, Kind.OURS, work);
    }

    /// Nobody does anything by themselves any more, and nobody is called back.
    void silence() {
        silent = true;
        clock.dropTheirs();
    }

    boolean isSilent() {
        return silent;
    }
}
