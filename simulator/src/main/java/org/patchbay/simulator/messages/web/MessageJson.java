package org.patchbay.simulator.messages.web;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.messages.ErrorTexts;
import org.patchbay.simulator.messages.Media;
import org.patchbay.simulator.messages.Message;
import org.patchbay.simulator.messages.MessageStatus;
import org.patchbay.simulator.messages.Segments;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.TwilioDates;
import tools.jackson.databind.node.ObjectNode;

/// Messages and media as the 2010 API writes them.
final class MessageJson {

    private MessageJson() {}

    static ObjectNode of(Message message) {
        String uri = uri(message.accountSid(), message.sid());
        var progress = message.progress();
        @Nullable Integer error = progress.errorCode();
        var json = Json.object()
                .put("sid", message.sid())
                .put("account_sid", message.accountSid())
                .put("messaging_service_sid", message.serviceSid())
                .put("from", message.from().isEmpty() ? null : message.from())
                .put("to", message.to())
                .put("body", message.body())
                .put("status", message.status().wire())
                .put("direction", message.direction().wire())
                .put("num_segments", segments(message))
                .put("num_media", Integer.toString(message.mediaCount()))
                .put("price", (String) null)
                .put("price_unit", "USD")
                .put("error_code", error)
                .put("error_message", error == null ? null : ErrorTexts.of(error))
                .put("date_created", TwilioDates.rfc2822(progress.created()))
                .put("date_sent", TwilioDates.rfc2822OrNull(progress.sent()))
                .put("date_updated", TwilioDates.rfc2822(progress.updated()))
                .put("api_version", "2010-04-01")
                .put("uri", uri + ".json");
        json.putObject("subresource_uris").put("media", uri + "/Media.json");
        return json;
    }

    static ObjectNode of(Media media) {
        return Json.object()
                .put("sid", media.sid())
                .put("account_sid", media.accountSid())
                .put("parent_sid", media.messageSid())
                .put("content_type", media.contentType())
                .put("date_created", TwilioDates.rfc2822(media.created()))
                .put("date_updated", TwilioDates.rfc2822(media.created()))
                .put("uri", uri(media.accountSid(), media.messageSid()) + "/Media/" + media.sid() + ".json");
    }

    /// 0 while a service has not chosen its sender.
    private static String segments(Message message) {
        boolean unsent = message.status() == MessageStatus.ACCEPTED || message.status() == MessageStatus.SCHEDULED;
        return unsent ? "0" : Integer.toString(Segments.of(message.body()).count());
    }

    private static String uri(String accountSid, String sid) {
        return RestRequest.base(accountSid) + "/Messages/" + sid;
    }
}
