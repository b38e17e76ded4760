package org.patchbay.simulator.messages;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.phones.Attachment;
import org.patchbay.simulator.phones.Phones;
import org.patchbay.simulator.phones.Text;
import org.patchbay.simulator.phones.TextScript.Reception;
import org.patchbay.simulator.time.SimulatorClock;

/// Carries texts to the simulated phones, with what they answer, and to numbers of simulated accounts.
public final class PhoneCarrier implements Carrier {

    private final Phones phones;
    private final NumberStore numbers;
    private final SimulatorClock clock;
    private final BiPredicate<String, String> unreachable;
    private volatile @Nullable InboundMessages inbound;

    /// @param unreachable whether, for an account, a number cannot be reached on purpose
    public PhoneCarrier(
            Phones phones, NumberStore numbers, SimulatorClock clock, BiPredicate<String, String> unreachable) {
        this.phones = phones;
        this.numbers = numbers;
        this.clock = clock;
        this.unreachable = unreachable;
    }

    /// Where texts to numbers of accounts go; set once, before the first text.
    public void deliverTo(InboundMessages inbound) {
        this.inbound = inbound;
    }

    @Override
    public boolean isMobile(String number) {
        return numbers.byNumber(number).isPresent()
                || !(phones.number(number).textScript().reception() instanceof Reception.Landline);
    }

    @Override
    public Outcome outcome(String accountSid, String to) {
        if (unreachable.test(accountSid, to)) {
            return new Outcome.Undelivered(30003);
        }
        if (numbers.byNumber(to).isPresent()) {
            return new Outcome.Delivered();
        }
        return switch (phones.number(to).textScript().reception()) {
            case Reception.Receipt receipt -> new Outcome.Delivered();
            case Reception.NoReceipt none -> new Outcome.Unknown();
            case Reception.Undelivered undelivered -> new Outcome.Undelivered(undelivered.errorCode());
            case Reception.Failed failed -> new Outcome.Failed(failed.errorCode());
            case Reception.Landline landline -> new Outcome.Undelivered(30006);
        };
    }

    @Override
    public void bring(String from, String to, String body, List<Attachment> attachments) {
        if (numbers.byNumber(to).isPresent()) {
            send(from, to, body, attachments);
            return;
        }
        var phone = phones.number(to);
        phone.get(new Text(clock.now(), from, body, attachments));
        for (var reply : phone.textScript().repliesTo(body)) {
            var unused = clock.after(reply.delay(), () -> send(to, from, reply.body(), List.of()));
        }
    }

    @Override
    public void inform(String from, String to, String body) {
        if (numbers.byNumber(to).isEmpty()) {
            phones.number(to).get(new Text(clock.now(), from, body, List.of()));
        }
    }

    private void send(String from, String to, String body, List<Attachment> attachments) {
        var known = inbound;
        if (known != null) {
            known.receive(from, to, body, attachments);
        }
    }
}
