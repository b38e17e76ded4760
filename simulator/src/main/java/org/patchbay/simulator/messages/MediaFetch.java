package org.patchbay.simulator.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.phones.Attachment;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;
import org.patchbay.simulator.webhooks.WebhookResult;

/// Fetches the media of an outbound message, one after another. Like the requests for `<Play>`, these
/// carry none of the usual parameters.
final class MediaFetch {

    /// What came of it.
    sealed interface Result {
        record Got(List<Attachment> attachments) implements Result {}

        /// @param errorCode 11200 cannot be fetched, 11751 too large, 12300 no type
        record Broken(int errorCode) implements Result {}
    }

    /// 5 MB (<https://www.twilio.com/docs/messaging/guides/accepted-mime-types>).
    private static final int LARGEST = 5 * 1000 * 1000;

    private final Texting texting;
    private final Message message;
    private final List<String> urls;
    private final Consumer<Result> then;
    private final List<Attachment> got = new ArrayList<>();

    MediaFetch(Texting texting, Message message, List<String> urls, Consumer<Result> then) {
        this.texting = texting;
        this.message = message;
        this.urls = urls;
        this.then = then;
    }

    /// Call on the account's mailbox; `then` runs there too.
    void next() {
        if (got.size() == urls.size()) {
            then.accept(new Result.Got(List.copyOf(got)));
            return;
        }
        var webhook = new Webhook(
                message.accountSid(), message.sid(), WebhookKind.MEDIA, urls.get(got.size()), "GET", Params.NONE);
        texting.webhooks().ask(webhook, texting.mailbox(message.accountSid()), this::fetched);
    }

    private void fetched(WebhookResult result) {
        switch (result) {
            case WebhookResult.Failed failed -> then.accept(new Result.Broken(11200));
            case WebhookResult.Answered answered -> {
                if (answered.body().length > LARGEST) {
                    then.accept(new Result.Broken(11751));
                } else if (answered.contentType().isBlank()) {
                    then.accept(new Result.Broken(12300));
                } else {
                    String type = answered.contentType().split(";", 2)[0].strip();
                    got.add(new Attachment(type, answered.body()));
                    next();
                }
            }
        }
    }
}
