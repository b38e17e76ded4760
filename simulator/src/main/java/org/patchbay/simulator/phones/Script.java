package org.patchbay.simulator.phones;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.simulator.calls.FarEnd;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.sound.PromptLength;

/// What a phone does with a call, as a value: steps that follow each other.
///
/// ```java
/// Script.answers().after(3).presses("2").after(20).hangsUp()
/// ```
public record Script(List<Step> steps) {

    /// One thing that a phone does.
    public sealed interface Step {
        record Wait(Duration time) implements Step {}

        record Answer() implements Step {}

        /// Does not take the call.
        record Refuse(HangUp why) implements Step {}

        record Press(String keys) implements Step {}

        record Say(String words) implements Step {}

        /// Speaks for as long as the words take, as a machine's greeting does, then perhaps a beep.
        record Greet(String words, boolean beep) implements Step {
            /// Without the beep.
            public Duration length() {
                return PromptLength.of(new Prompt.Speech(words, "", "")).orElse(Duration.ZERO);
            }
        }

        record End() implements Step {}
    }

    public Script {
        steps = List.copyOf(steps);
    }

    /// Rings and is never answered: a number that nobody gave a script.
    public static Script noAnswer() {
        return new Script(List.of());
    }

    public static Script busy() {
        return new Script(List.of(new Step.Refuse(HangUp.BUSY)));
    }

    public static Script unreachable() {
        return new Script(List.of(new Step.Refuse(HangUp.UNREACHABLE)));
    }

    /// Answers at once.
    public static Script answers() {
        return new Script(List.of(new Step.Answer()));
    }

    public static Script answersAfter(Duration ringing) {
        return new Script(List.of(new Step.Wait(ringing), new Step.Answer()));
    }

    public static Script declinesAfter(Duration ringing) {
        return new Script(List.of(new Step.Wait(ringing), new Step.Refuse(HangUp.DECLINED)));
    }

    /// A machine: greets, beeps, and listens until the caller hangs up.
    public static Script voicemail(String greeting) {
        return new Script(List.of(new Step.Answer(), new Step.Greet(greeting, true)));
    }

    public Script after(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    public Script after(Duration time) {
        return then(new Step.Wait(time));
    }

    public Script presses(String keys) {
        return then(new Step.Press(keys));
    }

    public Script says(String words) {
        return then(new Step.Say(words));
    }

    public Script hangsUp() {
        return then(new Step.End());
    }

    public Script then(Step step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Script(more);
    }

    /// What machine detection would hear: only a greeting betrays a machine.
    Optional<FarEnd.Greeting> greeting() {
        return steps.stream()
                .filter(Step.Greet.class::isInstance)
                .map(Step.Greet.class::cast)
                .map(greet -> new FarEnd.Greeting(greet.length(), greet.beep()))
                .findFirst();
    }
}
