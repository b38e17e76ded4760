package org.patchbay.simulator.webhooks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import org.patchbay.simulator.inspector.Debugger;
import org.patchbay.simulator.time.Mailbox;
import org.patchbay.simulator.time.SimulatorClock;

/// The two ways in which Twilio speaks to a customer: asking what to do, and telling what happened.
///
/// Callbacks about one subject are sent one after another, each when the one before was answered.
/// Twilio sends them in the same order but does not wait; the simulator waits, so that a run without
/// faults always arrives in order, and leaves disorder to [CallbackFaults].
public final class Webhooks {

    private final WebhookSender sender;
    private final SimulatorClock clock;
    private final Debugger debugger;
    private final CallbackFaults faults;
    private final Map<String, Queue<Due>> waiting = new HashMap<>();

    /// A callback whose turn comes.
    ///
    /// @param token by which the customer can tell that two deliveries are one callback
    private record Due(Webhook callback, UUID token) {}

    public Webhooks(WebhookSender sender, SimulatorClock clock, Debugger debugger, CallbackFaults faults) {
        this.sender = sender;
        this.clock = clock;
        this.debugger = debugger;
        this.faults = faults;
    }

    /// Asks, and brings the answer to the mailbox. A failure is reported to the debugger.
    public void ask(Webhook webhook, Mailbox mailbox, Consumer<WebhookResult> then) {
        sender.send(webhook, result -> {
            if (result instanceof WebhookResult.Failed failed) {
                report(webhook, failed, failed.code());
            }
            mailbox.post(() -> then.accept(result));
        });
    }

    /// Tells. What the customer answers is not read; an error is reported to the debugger.
    public void tell(Webhook callback) {
        var due = new Due(callback, UUID.randomUUID());
        for (Duration delay : faults.deliveries(callback)) {
            if (delay.isZero()) {
                inTurn(due);
            } else {
                var unused = clock.after(
                        delay, () -> sender.send(callback, due.token, result -> reportFailure(callback, result)));
            }
        }
    }

    /// The call is over; its cookies are forgotten.
    public void forget(String subject) {
        sender.forget(subject);
    }

    private void inTurn(Due due) {
        String subject = due.callback.subject();
        synchronized (waiting) {
            var line = waiting.get(subject);
            if (line != null) {
                line.add(due);
                return;
            }
            waiting.put(subject, new ArrayDeque<>(2));
        }
        send(due);
    }

    private void send(Due due) {
        sender.send(due.callback, due.token, result -> {
            reportFailure(due.callback, result);
            next(due.callback.subject());
        });
    }

    private void next(String subject) {
        Due next;
        synchronized (waiting) {
            var line = waiting.get(subject);
            next = line == null ? null : line.poll();
            if (next == null) {
                waiting.remove(subject);
                return;
            }
        }
        send(next);
    }

    private void reportFailure(Webhook callback, WebhookResult result) {
        if (result instanceof WebhookResult.Failed failed) {
            report(callback, failed, callback.kind().failureCode());
        }
    }

    private void report(Webhook webhook, WebhookResult.Failed failed, int code) {
        debugger.report(webhook.accountSid(), code, webhook.subject(), failed.url(), failed.reason());
    }
}
