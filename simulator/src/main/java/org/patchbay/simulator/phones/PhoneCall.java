package org.patchbay.simulator.phones;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.calls.FarEnd;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Line;
import org.patchbay.simulator.time.SimulatorClock;

/// One call at one phone: follows the phone's script, and can be driven by hand besides.
public final class PhoneCall implements FarEnd {

    private static final Duration BEEP = Duration.ofSeconds(1);

    private final Phone phone;
    private final SimulatorClock clock;
    private final Iterator<Script.Step> steps;
    private final Script script;
    private volatile @Nullable Line line;
    private volatile boolean answered;
    private volatile boolean placed = true;
    private volatile boolean over;
    private SimulatorClock.@Nullable Timer timer;

    PhoneCall(Phone phone, Script script, SimulatorClock clock) {
        this.phone = phone;
        this.clock = clock;
        this.steps = script.steps().iterator();
        this.script = script;
    }

    public Phone phone() {
        return phone;
    }

    public boolean isAnswered() {
        return answered;
    }

    public boolean isOver() {
        return over;
    }

    @Override
    public Optional<Greeting> greeting() {
        return script.greeting();
    }

    /// Drives the call by hand; on a dead line nothing happens.
    public void answer() {
        drive(Line::answer);
    }

    public void decline() {
        drive(open -> open.refuse(HangUp.DECLINED));
    }

    /// Keys 0-9, A-D, * and #.
    public void press(String keys) {
        drive(open -> open.press(keys));
    }

    public void say(String words) {
        drive(open -> open.say(words));
    }

    public void hangUp() {
        drive(Line::hangUp);
    }

    /// The simulated call; empty for a moment while the phone's own call is on its way.
    public Optional<Call> call() {
        return Optional.ofNullable(line).map(Line::call);
    }

    private void drive(Consumer<Line> action) {
        var open = line;
        if (open != null && !over) {
            action.accept(open);
        }
    }

    @Override
    public void ring(Line line) {
        placed = false;
        this.line = line;
        phone.began(this);
        line.ringing();
        next();
    }

    /// This phone made the call.
    void placed(Line line) {
        this.line = line;
        phone.began(this);
        if (answered) {
            // It was answered before this phone learnt of its line.
            next();
        }
    }

    @Override
    public void answered() {
        answered = true;
        if (placed) {
            next();
        }
    }

    @Override
    public void hear(String words) {
        phone.heard(this, words);
    }

    @Override
    public void hungUp(HangUp why) {
        over = true;
        if (timer != null) {
            timer.cancel();
        }
        phone.ended(this);
    }

    private synchronized void next() {
        var open = line;
        while (open != null && !over && steps.hasNext()) {
            switch (steps.next()) {
                case Script.Step.Wait wait -> {
                    later(wait.time());
                    return;
                }
                case Script.Step.Greet greet -> {
                    open.say(greet.words());
                    later(greet.beep() ? greet.length().plus(BEEP) : greet.length());
                    return;
                }
                case Script.Step.Answer answer -> open.answer();
                case Script.Step.Refuse refuse -> open.refuse(refuse.why());
                case Script.Step.Press press -> open.press(press.keys());
                case Script.Step.Say say -> open.say(say.words());
                case Script.Step.End end -> open.hangUp();
            }
        }
    }

    private void later(Duration time) {
        timer = clock.after(time, this::next);
    }
}
