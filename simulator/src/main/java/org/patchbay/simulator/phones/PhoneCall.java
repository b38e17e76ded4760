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
import org.patchbay.simulator.media.Leg;
import org.patchbay.simulator.sound.Audible;
import org.patchbay.simulator.sound.Jack;
import org.patchbay.simulator.time.SimulatorClock;

/// One call at one phone: follows the phone's script, and can be driven by hand besides.
public final class PhoneCall implements FarEnd, Audible {

    private static final Duration BEEP = Duration.ofSeconds(1);

    private final Phone phone;
    private final int number;
    private final Transcript transcript;
    private final SimulatorClock clock;
    private final Iterator<Script.Step> steps;
    private final Script script;
    private volatile @Nullable Line line;
    private volatile boolean answered;
    private volatile boolean placed = true;
    private volatile String otherParty;
    private volatile @Nullable HangUp why;
    private volatile @Nullable String sid;
    private SimulatorClock.@Nullable Timer timer;
    private @Nullable Jack jack;
    private @Nullable Leg ears;

    /// @param otherParty whom the phone calls; empty when it is called
    PhoneCall(Phone phone, Script script, SimulatorClock clock, int number, String otherParty) {
        this.phone = phone;
        this.number = number;
        this.transcript = new Transcript(clock, phone::changed);
        this.otherParty = otherParty;
        this.clock = clock;
        this.steps = script.steps().iterator();
        this.script = script;
    }

    public Phone phone() {
        return phone;
    }

    /// Which of the phone's calls it is, counted from 1.
    public int number() {
        return number;
    }

    /// Whether this phone made the call.
    public boolean isPlaced() {
        return placed;
    }

    /// The number or address at the other end; empty until it is known.
    public String otherParty() {
        return otherParty;
    }

    /// What was heard and done on this phone during the call.
    public Transcript transcript() {
        return transcript;
    }

    public boolean isAnswered() {
        return answered;
    }

    public boolean isOver() {
        return why != null;
    }

    /// Why the call is over; empty while it is not.
    public Optional<HangUp> why() {
        return Optional.ofNullable(why);
    }

    /// The SID of the simulated call.
    public Optional<String> sid() {
        if (sid == null) {
            sid = call().map(Call::sid).orElse(null);
        }
        return Optional.ofNullable(sid);
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
        drive(open -> press(open, keys));
    }

    public void say(String words) {
        drive(open -> say(open, words));
    }

    private void press(Line open, String keys) {
        transcript.add(Transcript.Kind.PRESSED, keys);
        open.press(keys);
    }

    private void say(Line open, String words) {
        transcript.add(Transcript.Kind.SAID, words);
        open.say(words);
    }

    public void hangUp() {
        drive(Line::hangUp);
    }

    /// Somebody listens and speaks from now on, in place of who did before. Before the call has a line
    /// the media wait for it.
    ///
    /// @return false if the call is over; the media are closed
    public synchronized boolean listen(Leg media) {
        if (isOver()) {
            media.close();
            return false;
        }
        if (jack != null) {
            jack.plug(media);
        } else {
            ears = media;
        }
        return true;
    }

    @Override
    public synchronized void sound(Jack place) {
        jack = place;
        if (ears != null) {
            place.plug(ears);
            ears = null;
        }
    }

    /// The simulated call; empty for a moment while the phone's own call is on its way.
    public Optional<Call> call() {
        return Optional.ofNullable(line).map(Line::call);
    }

    private void drive(Consumer<Line> action) {
        var open = line;
        if (open != null && !isOver()) {
            action.accept(open);
        }
    }

    @Override
    public void ring(Line line) {
        placed = false;
        this.line = line;
        otherParty = line.call().identity().from();
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
        phone.changed();
        if (placed) {
            next();
        }
    }

    @Override
    public void hear(String words) {
        phone.heard(this, words);
        transcript.add(Transcript.Kind.HEARD, words);
    }

    @Override
    public void hearDigits(String digits) {
        transcript.add(Transcript.Kind.HEARD_KEYS, digits);
    }

    @Override
    public synchronized void hungUp(HangUp why) {
        this.why = why;
        if (ears != null) {
            ears.close();
        }
        if (timer != null) {
            timer.cancel();
        }
        phone.ended(this);
    }

    private synchronized void next() {
        var open = line;
        while (open != null && !isOver() && steps.hasNext()) {
            switch (steps.next()) {
                case Script.Step.Wait wait -> {
                    later(wait.time());
                    return;
                }
                case Script.Step.Greet greet -> {
                    say(open, greet.words());
                    if (greet.beep()) {
                        open.beep();
                    }
                    later(greet.beep() ? greet.length().plus(BEEP) : greet.length());
                    return;
                }
                case Script.Step.Answer answer -> open.answer();
                case Script.Step.Refuse refuse -> open.refuse(refuse.why());
                case Script.Step.Press press -> press(open, press.keys());
                case Script.Step.Say say -> say(open, say.words());
                case Script.Step.End end -> open.hangUp();
            }
        }
    }

    private void later(Duration time) {
        timer = clock.after(time, this::next);
    }
}
