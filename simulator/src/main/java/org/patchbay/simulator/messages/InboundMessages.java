package org.patchbay.simulator.messages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.simulator.numbers.Hook;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.SmsSettings;
import org.patchbay.simulator.phones.Attachment;
import org.patchbay.simulator.rest.Sids;

/// Takes texts to numbers of simulated accounts: keeps them, minds opt-outs, asks the customer.
public final class InboundMessages {

    private static final Duration AUTOMATIC_REPLY = Duration.ofSeconds(1);

    private final Texting texting;
    private final OutboundMessages outbound;
    private final Carrier carrier;
    private final ReplyGuard guard;

    public InboundMessages(Texting texting, OutboundMessages outbound, Carrier carrier) {
        this.texting = texting;
        this.outbound = outbound;
        this.carrier = carrier;
        this.guard = new ReplyGuard(texting.clock());
    }

    /// Brings a text to a number.
    ///
    /// @return the SID of the message, or empty when no account has the number, or it gets no texts
    public Optional<String> receive(String from, String to, String body, List<Attachment> attachments) {
        return texting.numbers()
                .byNumber(to)
                .filter(number -> number.capabilities().sms())
                .map(number -> {
                    String sid = Sids.mint(attachments.isEmpty() ? "SM" : "MM");
                    texting.mailbox(number.accountSid()).post(() -> take(sid, number, from, body, attachments));
                    return sid;
                });
    }

    private void take(String sid, IncomingPhoneNumber number, String from, String body, List<Attachment> attachments) {
        var service = texting.services().ofNumber(number);
        var now = texting.clock().now();
        var message = new Message(
                        sid,
                        number.accountSid(),
                        service.map(MessagingService::sid).orElse(null),
                        MessageDirection.INBOUND,
                        from,
                        number.phoneNumber(),
                        body,
                        attachments.size(),
                        Message.Progress.begun(MessageStatus.RECEIVED, now))
                .with(MessageStatus.RECEIVED, now);
        texting.store().messages().put(message);
        texting.step(sid, "received");
        attachments.forEach(one -> texting.store()
                .media()
                .put(new Media(Sids.mint("ME"), message.accountSid(), sid, one.contentType(), one.content(), now)));
        mind(message);
        ask(message, hooks(number, service));
    }

    /// STOP, START and HELP are answered by Twilio, and reach the customer all the same.
    private void mind(Message message) {
        Keyword.of(message.body(), OptOuts.isTollFree(message.to())).ifPresent(keyword -> {
            switch (keyword) {
                case STOP -> texting.optOuts().block(message.to(), message.from());
                case START -> texting.optOuts().unblock(message.to(), message.from());
                case HELP -> {}
            }
            texting.step(message.sid(), "Twilio understands " + keyword);
            texting.after(
                    message.accountSid(),
                    AUTOMATIC_REPLY,
                    () -> carrier.inform(message.to(), message.from(), keyword.reply()));
        });
    }

    /// The service's webhook, when the number belongs to one that has its own, else the number's.
    private SmsSettings hooks(IncomingPhoneNumber number, Optional<MessagingService> service) {
        return service.filter(one -> !one.useNumbersWebhook())
                .map(one -> new SmsSettings(one.inbound(), one.fallback(), Hook.NONE))
                .orElseGet(() -> texting.numbers().smsOf(number));
    }

    private void ask(Message message, SmsSettings settings) {
        if (!settings.sms().isSet()) {
            texting.step(message.sid(), "no URL for texts is set");
            return;
        }
        var media = texting.store().mediaOf(message);
        var params = InboundParams.of(
                message, media, media.stream().map(texting::mediaUrl).toList());
        new ReplyRun(texting, outbound, guard, message, params, settings.fallback()).ask(settings.sms());
    }
}
