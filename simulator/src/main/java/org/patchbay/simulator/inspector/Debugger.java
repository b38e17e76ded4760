package org.patchbay.simulator.inspector;

import java.util.ArrayDeque;
import java.util.List;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.live.Topic;
import org.patchbay.simulator.time.SimulatorClock;

/// The latest alerts of all accounts.
public final class Debugger {

    private static final int KEPT = 1_000;

    private final SimulatorClock clock;
    private final ArrayDeque<Alert> alerts = new ArrayDeque<>();

    private final Changes changes;

    public Debugger(SimulatorClock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    public synchronized void report(String accountSid, int code, String subject, String url, String text) {
        alerts.addLast(new Alert(clock.now(), accountSid, code, subject, url, text));
        if (alerts.size() > KEPT) {
            alerts.removeFirst();
        }
        changes.note(Topic.ALERTS);
    }

    /// Of every account, oldest first.
    public synchronized List<Alert> all() {
        return List.copyOf(alerts);
    }

    /// Oldest first.
    public synchronized List<Alert> of(String accountSid) {
        return alerts.stream()
                .filter(alert -> alert.accountSid().equals(accountSid))
                .toList();
    }
}
