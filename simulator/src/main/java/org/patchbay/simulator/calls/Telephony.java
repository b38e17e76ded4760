package org.patchbay.simulator.calls;

import java.time.Duration;
import org.patchbay.simulator.inspector.Debugger;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.inspector.ExchangeLog;
import org.patchbay.simulator.rest.Store;
import org.patchbay.simulator.sound.Sounds;
import org.patchbay.simulator.time.SimulatorClock;
import org.patchbay.simulator.webhooks.Webhooks;

/// What the engine works with. It only holds; it decides nothing.
public record Telephony(
        SimulatorClock clock,
        Store<Call> calls,
        Switchboards boards,
        Webhooks webhooks,
        Sounds sounds,
        ExchangeLog log,
        Debugger debugger) {

    /// Runs the task on the mailbox after the delay.
    public SimulatorClock.Timer after(Switchboard board, Duration delay, Runnable task) {
        return clock.after(delay, () -> board.mailbox().post(task));
    }

    /// Shows a step of a call in the inspector.
    public void step(String subject, String text) {
        log.add(subject, new Entry.Step(clock.now(), text));
    }
}
