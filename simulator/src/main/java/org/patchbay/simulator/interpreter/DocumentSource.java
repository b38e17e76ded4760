package org.patchbay.simulator.interpreter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.simulator.calls.CallParams;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.WebUrls;
import org.patchbay.simulator.twiml.TwimlAnswer;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;
import org.patchbay.simulator.webhooks.WebhookResult;

/// Fetches documents for one interpreter: remembers where the current one came from, so that relative
/// URLs can be resolved, and turns to the fallback URL when one cannot be had.
final class DocumentSource {

    private final Leg leg;
    private final Scope scope;
    private final LoopGuard loops = new LoopGuard();
    private String url = "";
    private String fallback = "";
    private String fallbackMethod = "POST";

    DocumentSource(Leg leg, Scope scope) {
        this.leg = leg;
        this.scope = scope;
    }

    /// The URL of the current document, empty for an inline one.
    String url() {
        return url;
    }

    void atNoUrl() {
        url = "";
    }

    void fallBackOn(String fallback, String method) {
        this.fallback = fallback;
        this.fallbackMethod = method;
    }

    /// Empty when the result would be no URL that can be called.
    Optional<String> resolve(String target) {
        try {
            String absolute = url.isEmpty() ? target : target.isEmpty() ? url : resolved(target);
            return Optional.of(absolute).filter(WebUrls::isValid);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String resolved(String target) throws URISyntaxException {
        // java.net.URI resolves "?a=1" against a document as the directory; RFC 3986 keeps the path.
        if (target.startsWith("?")) {
            int cut = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
            return url.substring(0, cut) + target;
        }
        return new URI(url).resolve(target.replace(" ", "%20")).toString();
    }

    /// `then` runs on the mailbox.
    void fetch(String target, String method, Params params, Consumer<TwimlAnswer> then) {
        if (loops.loops(leg.telephony().clock().now())) {
            report(12400, target, "More than 100 documents within a second: the TwiML goes round in circles");
            then.accept(new TwimlAnswer.Bad(12400, "loop"));
            return;
        }
        ask(scope.kind(), target, method, params, answer -> {
            if (answer instanceof TwimlAnswer.Bad bad && !fallback.isEmpty()) {
                var error = Params.of("ErrorCode", Integer.toString(bad.code()), "ErrorUrl", target);
                ask(WebhookKind.FALLBACK, fallback, fallbackMethod, error, then);
            } else {
                then.accept(answer);
            }
        });
    }

    private void ask(WebhookKind kind, String target, String method, Params params, Consumer<TwimlAnswer> then) {
        var all = CallParams.of(leg.call()).and(scope.params()).and(params);
        var webhook = new Webhook(leg.call().accountSid(), leg.call().sid(), kind, target, method, all);
        leg.telephony().webhooks().ask(webhook, leg.board().mailbox(), result -> then.accept(read(target, result)));
    }

    private TwimlAnswer read(String target, WebhookResult result) {
        return switch (result) {
            case WebhookResult.Failed failed -> new TwimlAnswer.Bad(failed.code(), failed.reason());
            case WebhookResult.Answered answered -> {
                url = answered.url();
                var answer = TwimlAnswer.read(answered.contentType(), answered.body(), answered.text());
                if (answer instanceof TwimlAnswer.Bad bad) {
                    report(bad.code(), target, bad.reason());
                }
                yield answer;
            }
        };
    }

    private void report(int code, String target, String text) {
        leg.telephony()
                .debugger()
                .report(leg.call().accountSid(), code, leg.call().sid(), target, text);
        leg.telephony().step(leg.call().sid(), code + ": " + text);
    }
}
