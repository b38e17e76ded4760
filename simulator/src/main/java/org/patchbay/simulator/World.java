package org.patchbay.simulator;

import java.time.Duration;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.faults.Faults;
import org.patchbay.simulator.inspector.Debugger;
import org.patchbay.simulator.inspector.ExchangeLog;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.messages.MessagingServices;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.time.InFlight;
import org.patchbay.simulator.time.RealClock;
import org.patchbay.simulator.time.SimulatorClock;
import org.patchbay.simulator.time.TurnedClock;
import org.patchbay.simulator.webhooks.WebhookSender;
import org.patchbay.simulator.webhooks.Webhooks;

/// What all parts of one simulator share. It only holds them; it decides nothing.
record World(
        SimulatorClock clock,
        InFlight inFlight,
        AccountStore accounts,
        NumberStore numbers,
        MessagingServices services,
        Faults faults,
        Changes changes,
        ExchangeLog log,
        Debugger debugger,
        WebhookSender sender,
        Webhooks webhooks,
        BaseUrl baseUrl)
        implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    static World create(SimulatorOptions options) {
        var inFlight = new InFlight();
        var start = options.turnedFrom();
        SimulatorClock clock = start == null ? new RealClock() : new TurnedClock(start, inFlight, PATIENCE);
        var accounts = new AccountStore();
        var numbers = new NumberStore();
        var faults = new Faults(clock);
        var changes = new Changes();
        var log = new ExchangeLog(options.inspectorSubjects(), changes);
        var debugger = new Debugger(clock, changes);
        var sender = new WebhookSender(accounts, clock, inFlight, log);
        var webhooks = new Webhooks(sender, clock, debugger, faults);
        return new World(
                clock,
                inFlight,
                accounts,
                numbers,
                new MessagingServices(numbers),
                faults,
                changes,
                log,
                debugger,
                sender,
                webhooks,
                new BaseUrl());
    }

    @Override
    public void close() {
        sender.close();
        clock.close();
    }
}
