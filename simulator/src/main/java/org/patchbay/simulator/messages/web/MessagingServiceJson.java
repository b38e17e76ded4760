package org.patchbay.simulator.messages.web;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Countries;
import org.patchbay.simulator.messages.MessagingService;
import org.patchbay.simulator.numbers.Hook;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.TwilioDates;
import tools.jackson.databind.node.ObjectNode;

/// Messaging services and their numbers as messaging.v1 writes them.
final class MessagingServiceJson {

    static final String HOST = "https://messaging.twilio.com";

    private MessagingServiceJson() {}

    static ObjectNode of(MessagingService service) {
        String url = HOST + "/v1/Services/" + service.sid();
        var json = Json.object()
                .put("sid", service.sid())
                .put("account_sid", service.accountSid())
                .put("friendly_name", service.friendlyName())
                .put("inbound_request_url", orNull(service.inbound()))
                .put("inbound_method", service.inbound().method())
                .put("fallback_url", orNull(service.fallback()))
                .put("fallback_method", service.fallback().method())
                .put("status_callback", service.statusCallback().isEmpty() ? null : service.statusCallback())
                .put("sticky_sender", service.stickySender())
                .put("mms_converter", true)
                .put("smart_encoding", service.smartEncoding())
                .put("scan_message_content", "inherit")
                .put("fallback_to_long_code", true)
                .put("area_code_geomatch", false)
                .put("synchronous_validation", false)
                .put("validity_period", 36_000)
                .put("usecase", "undeclared")
                .put("us_app_to_person_registered", false)
                .put("use_inbound_webhook_on_number", service.useNumbersWebhook())
                .put("date_created", TwilioDates.iso8601(service.created()))
                .put("date_updated", TwilioDates.iso8601(service.updated()))
                .put("url", url);
        json.putObject("links").put("phone_numbers", url + "/PhoneNumbers");
        return json;
    }

    static ObjectNode of(MessagingService service, IncomingPhoneNumber number) {
        var json = Json.object()
                .put("sid", number.sid())
                .put("account_sid", number.accountSid())
                .put("service_sid", service.sid())
                .put("phone_number", number.phoneNumber())
                .put("country_code", Countries.of(number.phoneNumber()))
                .put("date_created", TwilioDates.iso8601(number.created()))
                .put("date_updated", TwilioDates.iso8601(number.updated()))
                .put("url", HOST + "/v1/Services/" + service.sid() + "/PhoneNumbers/" + number.sid());
        json.putArray("capabilities").add("SMS").add("MMS").add("Voice");
        return json;
    }

    private static @Nullable String orNull(Hook hook) {
        return hook.isSet() ? hook.url() : null;
    }
}
