package org.patchbay.simulator.dial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.CallStatus;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.LegWatcher;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.twiml.Element;

/// `<Dial>` to numbers and clients: rings them together, or one after another, connects the first who
/// answers, and tells the action how it went.
final class PartiesDial implements VerbRun, LegWatcher {

    private static final int MOST_TARGETS = 10;

    private final Interpreter interpreter;
    private final Element verb;
    private final ChildLegs children;
    private final ArrayDeque<Target> waiting;
    private final List<Leg> ringing = new ArrayList<>(2);
    private final List<CallStatus> ends = new ArrayList<>(2);
    private final DialRecorder recorder;
    private @Nullable Leg last;
    private @Nullable Leg chosen;
    private @Nullable Bridge bridge;
    private @Nullable Instant bridgedAt;
    private LegSound.@Nullable Playing ringback;
    private boolean over;

    PartiesDial(Interpreter interpreter, Element verb, DialTools tools, List<Target> targets) {
        this.interpreter = interpreter;
        this.verb = verb;
        this.children = new ChildLegs(tools);
        this.waiting = new ArrayDeque<>(targets.subList(0, Math.min(targets.size(), MOST_TARGETS)));
        this.recorder = new DialRecorder(interpreter, verb, tools.recordings());
    }

    @Override
    public boolean answers() {
        return !verb.flag("answerOnBridge", false);
    }

    @Override
    public void begin() {
        ringback = interpreter.leg().play(new Prompt.Ringing(), () -> {});
        ringNext();
    }

    private void ringNext() {
        boolean sequential = verb.flag("sequential", false);
        while (!waiting.isEmpty() && (ringing.isEmpty() || !sequential)) {
            ring(waiting.poll());
        }
        if (ringing.isEmpty()) {
            finish(DialOutcome.of(ends), false);
        }
    }

    private void ring(Target target) {
        children.create(interpreter, verb, target)
                .ifPresentOrElse(child -> ring(child, target), () -> ends.add(CallStatus.FAILED));
    }

    private void ring(Leg child, Target target) {
        ringing.add(child);
        last = child;
        child.watch(this);
        child.watch(new WhenAnswered(target));
        children.dial(child, verb, target);
    }

    /// The first who answers is chosen, the others are let go.
    private final class WhenAnswered implements LegWatcher {
        private final Target target;

        WhenAnswered(Target target) {
            this.target = target;
        }

        @Override
        public void answered(Leg child) {
            if (over || chosen != null) {
                return;
            }
            chosen = child;
            waiting.clear();
            List.copyOf(ringing).stream().filter(leg -> leg != child).forEach(leg -> leg.end(HangUp.CANCELED));
            if (target.machineDetection() != null) {
                target.machineDetection().detect(child, params -> {});
            }
            if (target.sendDigits().isEmpty()) {
                whisper(child);
            } else {
                child.play(new Prompt.Keys(target.sendDigits()), () -> whisper(child));
            }
        }

        private void whisper(Leg child) {
            if (target.whisper() == null) {
                connect(child);
                return;
            }
            var whisper = new Interpreter(child, new WhisperScope(() -> connect(child)), interpreter.table());
            child.begin(whisper);
            whisper.start(target.whisper());
        }
    }

    private void connect(Leg child) {
        if (over || child.isOver()) {
            return;
        }
        silence();
        interpreter.leg().answered();
        bridgedAt = interpreter.leg().telephony().clock().now();
        bridge = new Bridge(interpreter.leg(), child, () -> taken(child));
        child.endAfter(Duration.ofSeconds(verb.number("timeLimit", 14_400, 1, 86_400)));
        recorder.bridged();
        interpreter
                .leg()
                .telephony()
                .step(
                        interpreter.leg().call().sid(),
                        "bridged with " + child.call().sid());
    }

    /// REST gave the child other instructions; it lives on without this `<Dial>`.
    private void taken(Leg child) {
        ringing.remove(child);
        finish(CallStatus.COMPLETED, false);
    }

    @Override
    public void ended(Leg child, HangUp why) {
        ringing.remove(child);
        if (over) {
            return;
        }
        if (child == chosen) {
            finish(CallStatus.COMPLETED, true);
        } else {
            ends.add(child.call().status());
            if (chosen == null) {
                ringNext();
            }
        }
    }

    @Override
    public void digit(char key) {
        if (bridge == null) {
            return;
        }
        if (key == '*' && verb.flag("hangupOnStar", false) && chosen != null) {
            chosen.end(HangUp.NORMAL);
        } else {
            bridge.fromParent(key);
        }
    }

    @Override
    public void speech(String words) {
        if (bridge != null) {
            bridge.fromParent(words);
        }
    }

    @Override
    public void stop(boolean ended) {
        over = true;
        letGo();
        if (ended && verb.attributes().containsKey("action")) {
            var status = bridgedAt == null && chosen == null ? CallStatus.CANCELED : CallStatus.COMPLETED;
            interpreter.tell(verb.attribute("action", ""), verb.method("method", "POST"), result(status, true));
        }
    }

    private void finish(CallStatus status, boolean withDuration) {
        if (over) {
            return;
        }
        over = true;
        letGo();
        if (verb.attributes().containsKey("action")) {
            var result = result(status, withDuration);
            interpreter.follow(this, verb.attribute("action", ""), verb.method("method", "POST"), result);
        } else {
            interpreter.proceed(this);
        }
    }

    private void letGo() {
        silence();
        recorder.stop();
        if (bridge != null) {
            bridge.close();
        }
        List.copyOf(ringing).forEach(leg -> leg.end(leg.isAnswered() ? HangUp.NORMAL : HangUp.CANCELED));
    }

    private Params result(CallStatus status, boolean withDuration) {
        var params = Params.of("DialCallStatus", status.wire(), "DialBridged", Boolean.toString(bridgedAt != null));
        if (last != null) {
            Leg told = chosen == null ? last : chosen;
            params = params.and("DialCallSid", told.call().sid());
            if (withDuration && told.call().status() == CallStatus.COMPLETED) {
                params =
                        params.and("DialCallDuration", Long.toString(told.call().durationSeconds()));
            }
        }
        return params.and(recorder.result());
    }

    private void silence() {
        if (ringback != null) {
            ringback.stop();
        }
    }
}
