package org.patchbay.simulator.pages;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.webhooks.WebhookKind;
import tools.jackson.databind.node.ObjectNode;

/// Entries of the inspector as its page sees them.
final class EntryJson {

    private static final Pattern CODE_IN_STEP = Pattern.compile("^(\\d{5}): ");
    private static final Pattern CODE_IN_ERROR = Pattern.compile("^error (\\d{5})");
    private static final Pattern CODE_IN_ANSWER = Pattern.compile("\"code\":(\\d{5})\\b");

    private final ErrorTexts texts = new ErrorTexts();

    ObjectNode of(Entry entry) {
        var json = switch (entry) {
            case Entry.Rest rest -> rest(rest);
            case Entry.Webhook webhook -> webhook(webhook);
            case Entry.Step step -> Json.object().put("type", "step").put("text", step.text());
        };
        json.put("at", entry.at().toString()).put("wrong", isWrong(entry));
        code(entry)
                .flatMap(texts::of)
                .ifPresent(text -> json.putObject("meaning")
                        .put("code", text.code())
                        .put("title", text.title())
                        .put("plain", text.plain()));
        return json;
    }

    /// Whether somebody who asks why should look here first.
    static boolean isWrong(Entry entry) {
        return switch (entry) {
            case Entry.Rest rest -> rest.status() >= 400;
            case Entry.Webhook webhook -> webhook.problem() != null || failed(webhook.status());
            case Entry.Step step -> CODE_IN_STEP.matcher(step.text()).find();
        };
    }

    private static boolean failed(int status) {
        return status == 0 || status >= 400;
    }

    private static Optional<Integer> code(Entry entry) {
        return switch (entry) {
            case Entry.Rest rest -> rest.status() < 400 ? Optional.empty() : find(CODE_IN_ANSWER, rest.answer());
            case Entry.Webhook webhook ->
                webhook.status() >= 400 ? Optional.of(11200) : find(CODE_IN_ERROR, webhook.problem());
            case Entry.Step step -> find(CODE_IN_STEP, step.text());
        };
    }

    private static Optional<Integer> find(Pattern pattern, @Nullable String text) {
        var match = pattern.matcher(text == null ? "" : text);
        return match.find() ? Optional.of(Integer.parseInt(match.group(1))) : Optional.empty();
    }

    private static ObjectNode rest(Entry.Rest rest) {
        var json = Json.object()
                .put("type", "rest")
                .put("method", rest.method())
                .put("url", rest.path())
                .put("status", rest.status())
                .put("tookMs", rest.took().toMillis())
                .put("answer", rest.answer());
        return params(json, rest.params());
    }

    private static ObjectNode webhook(Entry.Webhook webhook) {
        boolean callback = WebhookKind.valueOf(webhook.kind()).isCallback();
        var json = Json.object()
                .put("type", callback ? "callback" : "webhook")
                .put("kind", webhook.kind())
                .put("method", webhook.method())
                .put("url", Secretless.url(webhook.url()))
                .put("status", webhook.status())
                .put("tookMs", webhook.took().toMillis())
                .put("signature", webhook.signature())
                .put("answer", webhook.answer())
                .put("problem", webhook.problem());
        return params(json, webhook.params());
    }

    private static ObjectNode params(ObjectNode json, Params params) {
        var array = json.putArray("params");
        params.all()
                .forEach(param -> array.addObject().put("name", param.name()).put("value", param.value()));
        return json;
    }
}
