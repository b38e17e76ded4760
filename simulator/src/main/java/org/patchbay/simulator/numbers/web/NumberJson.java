package org.patchbay.simulator.numbers.web;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.numbers.Capabilities;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.numbers.NumberKind;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.TwilioDates;
import tools.jackson.databind.node.ObjectNode;

/// A bought number as JSON.
final class NumberJson {

    private NumberJson() {}

    /// As the lists of one kind have it, which do not say the type.
    static ObjectNode withoutType(IncomingPhoneNumber number) {
        return of(number).without("type");
    }

    static ObjectNode of(IncomingPhoneNumber number) {
        var json = Json.object()
                .put("account_sid", number.accountSid())
                .putNull("address_sid")
                .put("address_requirements", "none")
                .put("api_version", "2010-04-01")
                .put("beta", false)
                .put("date_created", TwilioDates.rfc2822(number.created()))
                .put("date_updated", TwilioDates.rfc2822(number.updated()))
                .put("friendly_name", number.friendlyName())
                .putNull("identity_sid")
                .put("phone_number", number.phoneNumber())
                .put("origin", "twilio")
                .put("sid", number.sid())
                .put("sms_application_sid", orNull(number.smsApplicationSid()))
                .put("voice_application_sid", orNull(number.voiceApplicationSid()))
                .putNull("trunk_sid")
                .put("uri", RestRequest.base(number.accountSid()) + "/IncomingPhoneNumbers/" + number.sid() + ".json")
                .put("voice_receive_mode", "voice")
                .put("emergency_status", "Inactive")
                .putNull("emergency_address_sid")
                .put("emergency_address_status", "unregistered")
                .putNull("bundle_sid")
                .put("status", "in-use")
                .put("type", NumberKind.of(number.phoneNumber()).wire());
        HookJson.put(json, number.voice());
        HookJson.put(json, number.sms());
        json.set("capabilities", of(number.capabilities()).put("fax", false));
        return json;
    }

    static ObjectNode of(Capabilities capabilities) {
        return Json.object()
                .put("voice", capabilities.voice())
                .put("sms", capabilities.sms())
                .put("mms", capabilities.mms());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
