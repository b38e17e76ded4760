package org.patchbay.simulator.messages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.patchbay.simulator.phones.Attachment;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Sids;

/// Takes messages on their way out, from the first status to the last. Every method runs on the
/// mailbox of the message's account.
public final class OutboundMessages {

    private static final Duration CHOOSING = Duration.ofMillis(200);
    private static final Duration QUEUE = Duration.ofMillis(300);
    private static final Duration SENDING = Duration.ofMillis(300);
    private static final Duration DELIVERY = Duration.ofSeconds(1);

    private final Texting texting;
    private final Carrier carrier;
    private final MessageReporter reporter;
    private final Map<String, Draft> scheduled = new ConcurrentHashMap<>();

    public OutboundMessages(Texting texting, Carrier carrier) {
        this.texting = texting;
        this.carrier = carrier;
        this.reporter = new MessageReporter(texting);
    }

    /// Takes a message; what happens to it begins after a moment.
    public Message accept(Draft draft) {
        var now = texting.clock().now();
        String kind = draft.mediaUrls().isEmpty() ? "SM" : "MM";
        var message = new Message(
                Sids.mint(kind),
                draft.accountSid(),
                draft.serviceSid(),
                draft.direction(),
                draft.from(),
                draft.to(),
                draft.body(),
                draft.mediaUrls().size(),
                Message.Progress.begun(draft.firstStatus(), now));
        texting.store().messages().put(message);
        texting.step(message.sid(), message.status().wire());
        switch (message.status()) {
            case SCHEDULED -> {
                scheduled.put(message.sid(), draft);
                var wait = draft.sendAt() == null ? Duration.ZERO : Duration.between(now, draft.sendAt());
                later(message, wait, due -> choose(due, draft));
            }
            case ACCEPTED -> later(message, CHOOSING, taken -> choose(taken, draft));
            default -> later(message, QUEUE, queued -> send(queued, draft));
        }
        return message;
    }

    /// Cancels a scheduled message.
    ///
    /// @return empty when it is on its way already, or was never scheduled
    public Optional<Message> cancel(Message message) {
        return Optional.ofNullable(scheduled.remove(message.sid()))
                .map(draft -> move(
                        message,
                        draft,
                        m -> m.with(MessageStatus.CANCELED, texting.clock().now())));
    }

    /// Forgets the words of a message that is not under way any more.
    ///
    /// @throws RestError 400/20009 while it is
    public Message redact(Message message) {
        if (!message.status().isFinal() && message.status() != MessageStatus.SENT) {
            throw RestError.badRequest(20009, "Cannot redact a message before it is complete");
        }
        var redacted = message.redacted(texting.clock().now());
        texting.store().messages().put(redacted);
        return redacted;
    }

    /// Deletes a message, with its media.
    ///
    /// @throws RestError 400/20009 while it is under way
    public void delete(Message message) {
        if (!message.status().isFinal() && message.status() != MessageStatus.SENT) {
            throw RestError.badRequest(20009, "Cannot delete this resource before it is complete");
        }
        texting.store().delete(message);
    }

    private void choose(Message message, Draft draft) {
        if (message.status() == MessageStatus.CANCELED) {
            return;
        }
        scheduled.remove(message.sid());
        var sender = draft.from().isEmpty()
                ? texting.services()
                        .store()
                        .find(draft.accountSid(), String.valueOf(draft.serviceSid()))
                        .flatMap(service -> texting.services().sender(service, message.to()))
                : Optional.of(draft.from());
        if (sender.isEmpty()) {
            fail(message, draft, 21704);
            return;
        }
        var queued = move(
                message.sentBy(sender.get()),
                draft,
                m -> m.with(MessageStatus.QUEUED, texting.clock().now()));
        later(queued, QUEUE, again -> send(again, draft));
    }

    private void send(Message message, Draft draft) {
        if (texting.optOuts().isBlocked(message.from(), message.to())) {
            fail(message, draft, 21610);
            return;
        }
        var sending = message.with(MessageStatus.SENDING, texting.clock().now());
        put(sending);
        new MediaFetch(texting, sending, draft.mediaUrls(), result -> {
                    switch (result) {
                        case MediaFetch.Result.Broken broken ->
                            current(sending).ifPresent(m -> fail(m, draft, broken.errorCode()));
                        case MediaFetch.Result.Got got -> {
                            keep(sending, got.attachments());
                            later(sending, SENDING, m -> leave(m, draft, got.attachments()));
                        }
                    }
                })
                .next();
    }

    private void keep(Message message, List<Attachment> attachments) {
        for (var attachment : attachments) {
            texting.store()
                    .media()
                    .put(new Media(
                            Sids.mint("ME"),
                            message.accountSid(),
                            message.sid(),
                            attachment.contentType(),
                            attachment.content(),
                            texting.clock().now()));
        }
    }

    private void leave(Message message, Draft draft, List<Attachment> attachments) {
        var outcome = carrier.outcome(message.accountSid(), message.to());
        if (outcome instanceof Carrier.Outcome.Failed failed) {
            fail(message, draft, failed.errorCode());
            return;
        }
        var sent = move(
                message, draft, m -> m.with(MessageStatus.SENT, texting.clock().now()));
        // The draft's words, not the message's: those may have been redacted meanwhile.
        texting.after(message.accountSid(), DELIVERY, () -> arrive(sent, draft, outcome, attachments));
    }

    private void arrive(Message sent, Draft draft, Carrier.Outcome outcome, List<Attachment> attachments) {
        if (!(outcome instanceof Carrier.Outcome.Undelivered)) {
            carrier.bring(sent.from(), sent.to(), draft.body(), attachments);
        }
        current(sent).ifPresent(message -> {
            var now = texting.clock().now();
            switch (outcome) {
                case Carrier.Outcome.Delivered delivered ->
                    move(message, draft, m -> m.with(MessageStatus.DELIVERED, now));
                case Carrier.Outcome.Undelivered undelivered ->
                    move(message, draft, m -> m.broken(MessageStatus.UNDELIVERED, undelivered.errorCode(), now));
                case Carrier.Outcome.Unknown unknown -> texting.step(message.sid(), "no delivery receipt came");
                case Carrier.Outcome.Failed failed -> throw new IllegalStateException("a failed text never leaves");
            }
        });
    }

    private void fail(Message message, Draft draft, int errorCode) {
        move(
                message,
                draft,
                m -> m.broken(MessageStatus.FAILED, errorCode, texting.clock().now()));
        texting.debugger().report(message.accountSid(), errorCode, message.sid(), "", ErrorTexts.of(errorCode));
    }

    private Message move(Message message, Draft draft, UnaryOperator<Message> step) {
        var moved = step.apply(message);
        put(moved);
        reporter.report(moved, draft);
        return moved;
    }

    private void put(Message message) {
        texting.store().messages().put(message);
        texting.step(message.sid(), message.status().wire());
    }

    /// Goes on with the message as it is by then; not at all when it was deleted.
    private void later(Message message, Duration time, Consumer<Message> next) {
        texting.after(message.accountSid(), time, () -> current(message).ifPresent(next));
    }

    private Optional<Message> current(Message message) {
        return texting.store().messages().find(message.sid());
    }
}
