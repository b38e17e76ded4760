package org.patchbay.simulator.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.time.SimulatorClock;

/// A call that is not over: the party at its far end, its sound, and the one thing that it is doing.
/// Lives on the mailbox of its account; [CallStatus#mayBecome] is the only judge of its states.
public final class Leg {

    private final Telephony telephony;
    private final Switchboard board;
    private final FarEnd farEnd;
    private final LegSound sound;
    private final StatusReporter reporter;
    private final List<LegWatcher> watchers = new ArrayList<>(2);
    private final List<SimulatorClock.Timer> timers = new ArrayList<>(2);
    private Call call;
    private @Nullable LegTask task;

    Leg(Telephony telephony, Switchboard board, Call call, FarEnd farEnd, CallbackPlan plan) {
        this.telephony = telephony;
        this.board = board;
        this.call = call;
        this.farEnd = farEnd;
        this.sound = telephony.sounds().leg(call.sid(), farEnd);
        this.reporter = new StatusReporter(telephony, plan);
        board.add(this);
        telephony.calls().put(call);
    }

    public Call call() {
        return call;
    }

    public FarEnd farEnd() {
        return farEnd;
    }

    public LegSound sound() {
        return sound;
    }

    public Switchboard board() {
        return board;
    }

    public Telephony telephony() {
        return telephony;
    }

    public boolean isOver() {
        return call.status().isFinal();
    }

    public boolean isAnswered() {
        return call.status() == CallStatus.IN_PROGRESS;
    }

    public void watch(LegWatcher watcher) {
        watchers.add(watcher);
    }

    public void unwatch(LegWatcher watcher) {
        watchers.remove(watcher);
    }

    /// Where the progress is reported from now on.
    public void report(CallbackPlan plan) {
        reporter.changeTo(plan);
    }

    /// Parameters for the last status callback besides the usual.
    public void addToFinalReport(Params params) {
        reporter.addAtTheEnd(params);
    }

    /// The network begins to look for the far end.
    void initiated() {
        reporter.report(CallEvent.INITIATED, call);
        telephony.step(call.sid(), "initiated");
    }

    void ringing() {
        if (become(CallStatus.RINGING)) {
            reporter.report(CallEvent.RINGING, call);
            List.copyOf(watchers).forEach(watcher -> watcher.ringing(this));
        }
    }

    /// The call is answered: by the far end when Twilio called it, by Twilio when the far end called.
    public void answered() {
        if (become(CallStatus.IN_PROGRESS)) {
            cancelTimers();
            farEnd.answered();
            reporter.report(CallEvent.ANSWERED, call);
            List.copyOf(watchers).forEach(watcher -> watcher.answered(this));
        }
    }

    /// Ends the leg, whatever it is doing; no effect when it is over.
    public void end(HangUp why) {
        if (!become(why.outcome(call.status()))) {
            return;
        }
        cancelTimers();
        begin(null, true);
        List.copyOf(watchers).forEach(watcher -> watcher.ended(this, why));
        sound.close();
        board.remove(this);
        farEnd.hungUp(why);
        reporter.reportEnd(call, why);
        telephony.webhooks().forget(call.sid());
    }

    /// Does this from now on; what the leg did before is stopped.
    public void begin(LegTask next) {
        begin(next, false);
    }

    private void begin(@Nullable LegTask next, boolean ended) {
        var before = task;
        task = next;
        if (before != null) {
            before.stop(ended);
        }
    }

    /// The task is finished by itself and must not be stopped any more.
    public void finished(LegTask done) {
        if (task == done) {
            task = null;
        }
    }

    /// Ends the leg unless something happens within the time; forgotten when answered.
    public void endUnlessAnsweredWithin(Duration time, HangUp why) {
        timers.add(telephony.after(board, time, () -> {
            if (!isAnswered()) {
                end(why);
            }
        }));
    }

    /// Ends the leg after that time, counted from now.
    public void endAfter(Duration time) {
        timers.add(telephony.after(board, time, () -> end(HangUp.NORMAL)));
    }

    void digit(char key) {
        telephony.step(call.sid(), "the far end pressed " + key);
        sound.voice(new Prompt.Keys(String.valueOf(key)));
        if (task != null) {
            task.digit(key);
        }
    }

    void speech(String words) {
        telephony.step(call.sid(), "the far end said: " + words);
        sound.voice(new Prompt.Speech(words, "en-US", "man"));
        List.copyOf(watchers).forEach(watcher -> watcher.said(this, words));
        if (task != null) {
            task.speech(words);
        }
    }

    public void answeredBy(String who) {
        store(call.answeredBy(who, telephony.clock().now()));
    }

    void queuedFor(Duration time) {
        store(call.queuedFor(time, telephony.clock().now()));
    }

    /// Plays to the far end; `done` runs on the mailbox, and never after [LegSound.Playing#stop].
    public LegSound.Playing play(Prompt prompt, Runnable done) {
        switch (prompt) {
            case Prompt.Speech speech -> hear(speech.text());
            case Prompt.Keys keys -> farEnd.hearDigits(keys.keys());
            default -> {}
        }
        return new MailboxPlaying(sound, prompt, board.mailbox(), done);
    }

    private void hear(String words) {
        farEnd.hear(words);
        List.copyOf(watchers).forEach(watcher -> watcher.heard(this, words));
    }

    private boolean become(CallStatus next) {
        if (!call.status().mayBecome(next)) {
            return false;
        }
        store(call.become(next, telephony.clock().now()));
        telephony.step(call.sid(), next.wire());
        return true;
    }

    private void store(Call changed) {
        call = changed;
        telephony.calls().put(changed);
    }

    private void cancelTimers() {
        timers.forEach(SimulatorClock.Timer::cancel);
        timers.clear();
    }
}
