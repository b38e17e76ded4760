package org.patchbay.simulator.messages;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.patchbay.simulator.inspector.Debugger;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.inspector.ExchangeLog;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.time.Mailbox;
import org.patchbay.simulator.time.SimulatorClock;
import org.patchbay.simulator.webhooks.Webhooks;

/// What texting works with. It only holds; it decides nothing.
///
/// @param mailboxes the mailbox of an account, by its SID
/// @param baseUrl where the simulator is reached, for the links to media
public record Texting(
        SimulatorClock clock,
        Function<String, Mailbox> mailboxes,
        Webhooks webhooks,
        NumberStore numbers,
        MessagingServices services,
        MessageStore store,
        OptOuts optOuts,
        Supplier<String> baseUrl,
        ExchangeLog log,
        Debugger debugger) {

    public Mailbox mailbox(String accountSid) {
        return mailboxes.apply(accountSid);
    }

    /// Runs the task on the account's mailbox after the delay.
    void after(String accountSid, Duration delay, Runnable task) {
        var unused = clock.after(delay, () -> mailbox(accountSid).post(task));
    }

    /// Shows a step of a message in the inspector.
    void step(String sid, String text) {
        log.add(sid, new Entry.Step(clock.now(), text));
    }

    /// Where the file of a medium is, as `MediaUrl0` of an inbound message names it.
    String mediaUrl(Media media) {
        return baseUrl.get() + "/2010-04-01/Accounts/" + media.accountSid() + "/Messages/" + media.messageSid()
                + "/Media/" + media.sid();
    }
}
