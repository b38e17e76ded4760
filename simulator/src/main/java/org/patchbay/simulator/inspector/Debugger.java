package org.patchbay.simulator.inspector;

import java.util.ArrayDeque;
import java.util.List;
import org.patchbay.simulator.time.SimulatorClock;

/// The latest alerts of all accounts.
public final class Debugger {

    private static final int KEPT = 1_000;

    private final SimulatorClock clock;
    private final ArrayDeque<Alert> alerts = new ArrayDeque<>();

    public Debugger(SimulatorClock clock) {
        this.clock = clock;
    }

    public synchronized void report(String accountSid, int code, String subject, String url, String text) {
        alerts.addLast(new Alert(clock.now(), accountSid, code, subject, url, text));
        if (alerts.size() > KEPT) {
            alerts.removeFirst();
        }
    }

    /// Oldest first.
    public synchronized List<Alert> of(String accountSid) {
        return alerts.stream()
                .filter(alert -> alert.accountSid().equals(accountSid))
                .toList();
    }
}
