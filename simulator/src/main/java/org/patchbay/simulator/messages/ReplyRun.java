package org.patchbay.simulator.messages;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.numbers.Hook;
import org.patchbay.simulator.twiml.Element;
import org.patchbay.simulator.twiml.TwimlAnswer;
import org.patchbay.simulator.twiml.TwimlDocument;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;
import org.patchbay.simulator.webhooks.WebhookResult;

/// Asks a customer what to do with an inbound text, and does it: `<Message>` and `<Redirect>`
/// (<https://www.twilio.com/docs/messaging/twiml>).
final class ReplyRun {

    /// More `<Message>` than this in answer to one text are not sent (14109).
    private static final int MOST_REPLIES = 10;

    /// More documents than this are not asked for (14106); Twilio's own figure is not documented.
    private static final int MOST_DOCUMENTS = 20;

    private final Texting texting;
    private final OutboundMessages outbound;
    private final ReplyGuard guard;
    private final Message message;
    private final Params params;
    private final Hook fallback;
    private int documents;
    private int replies;
    private boolean fellBack;

    ReplyRun(
            Texting texting,
            OutboundMessages outbound,
            ReplyGuard guard,
            Message message,
            Params params,
            Hook fallback) {
        this.texting = texting;
        this.outbound = outbound;
        this.guard = guard;
        this.message = message;
        this.params = params;
        this.fallback = fallback;
    }

    void ask(Hook hook) {
        ask(hook.url(), hook.method(), params);
    }

    private void ask(String url, String method, Params with) {
        if (++documents > MOST_DOCUMENTS) {
            warn(14106, url, "Document retrieval limit reached");
            end();
            return;
        }
        var webhook = new Webhook(message.accountSid(), message.sid(), WebhookKind.MESSAGE, url, method, with);
        texting.webhooks().ask(webhook, texting.mailbox(message.accountSid()), this::answered);
    }

    private void answered(WebhookResult result) {
        switch (result) {
            case WebhookResult.Failed failed -> fallBack(failed.code(), failed.url());
            case WebhookResult.Answered answered -> {
                if (answered.status() == 204) {
                    end();
                } else {
                    read(answered);
                }
            }
        }
    }

    private void read(WebhookResult.Answered answered) {
        switch (TwimlAnswer.read(answered.contentType(), answered.body(), answered.text())) {
            case TwimlAnswer.Document document -> run(document.document(), answered.url());
            case TwimlAnswer.Words words -> {
                reply(new Element("Message", Map.of(), words.text(), List.of()), answered.url());
                end();
            }
            case TwimlAnswer.Sound sound -> {
                warn(12300, answered.url(), "Invalid Content-Type: " + sound.contentType());
                fallBack(12300, answered.url());
            }
            case TwimlAnswer.Bad bad -> {
                warn(bad.code(), answered.url(), bad.reason());
                fallBack(bad.code(), answered.url());
            }
        }
    }

    /// The fallback URL learns what failed; its own failure ends the run. Nothing is sent then.
    private void fallBack(int code, String url) {
        if (fellBack || !fallback.isSet()) {
            end();
            return;
        }
        fellBack = true;
        ask(
                fallback.url(),
                fallback.method(),
                params.and(Params.of("ErrorCode", Integer.toString(code), "ErrorUrl", url)));
    }

    private void run(TwimlDocument document, String url) {
        document.warnings().forEach(warning -> warn(warning.code(), url, warning.text()));
        for (var verb : document.verbs()) {
            switch (verb.name()) {
                case "Message", "Sms" -> reply(verb, url);
                case "Redirect" -> {
                    ask(resolve(url, verb.text()), verb.method("method", "POST"), params);
                    return;
                }
                default -> warn(14110, url, "<" + verb.name() + "> is no verb for messages");
            }
        }
        end();
    }

    private void reply(Element verb, String documentUrl) {
        if (++replies > MOST_REPLIES) {
            warn(14109, documentUrl, "TwiML Reply message limit exceeded");
            return;
        }
        switch (ReplyDraft.read(verb, message, texting.numbers(), url -> resolve(documentUrl, url))) {
            case ReplyDraft.Bad bad -> warn(bad.code(), documentUrl, bad.reason());
            case ReplyDraft.Good good -> {
                if (guard.admits(good.draft().from(), good.draft().to())) {
                    outbound.accept(good.draft());
                } else {
                    warn(14107, documentUrl, "SMS send rate limit exceeded");
                }
            }
        }
    }

    private void warn(int code, String url, String text) {
        texting.debugger().report(message.accountSid(), code, message.sid(), url, text);
    }

    private void end() {
        texting.webhooks().forget(message.sid());
    }

    private static String resolve(String base, String url) {
        try {
            return url.isEmpty() ? base : URI.create(base).resolve(url.strip()).toString();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
