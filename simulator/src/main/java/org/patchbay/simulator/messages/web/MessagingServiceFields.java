package org.patchbay.simulator.messages.web;

import java.time.Instant;
import java.util.List;
import org.patchbay.simulator.messages.MessagingService;
import org.patchbay.simulator.numbers.Hook;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Sids;

/// Reads the forms that create and update messaging services.
final class MessagingServiceFields {

    private MessagingServiceFields() {}

    static MessagingService create(String accountSid, Fields fields, Instant now) {
        fields.required("FriendlyName", 20001);
        var empty = new MessagingService(
                Sids.mint("MG"), accountSid, "", Hook.NONE, Hook.NONE, "", false, true, true, List.of(), now, now);
        return update(empty, fields, now);
    }

    /// An absent field changes nothing, an empty URL clears.
    static MessagingService update(MessagingService service, Fields fields, Instant now) {
        String name = fields.text("FriendlyName", service.friendlyName());
        if (name.length() > 64) {
            throw RestError.badRequest(20002, "Invalid FriendlyName");
        }
        return new MessagingService(
                service.sid(),
                service.accountSid(),
                name,
                hook(fields, service.inbound(), "InboundRequestUrl", "InboundMethod"),
                hook(fields, service.fallback(), "FallbackUrl", "FallbackMethod"),
                fields.form().has("StatusCallback")
                        ? fields.url("StatusCallback").orElse("")
                        : service.statusCallback(),
                fields.flag("UseInboundWebhookOnNumber", service.useNumbersWebhook()),
                fields.flag("SmartEncoding", service.smartEncoding()),
                fields.flag("StickySender", service.stickySender()),
                service.numberSids(),
                service.created(),
                now);
    }

    private static Hook hook(Fields fields, Hook known, String urlField, String methodField) {
        String url = fields.form().has(urlField) ? fields.url(urlField).orElse("") : known.url();
        return new Hook(url, fields.method(methodField, known.method()));
    }
}
