package org.patchbay.simulator.calls.web;

import java.math.BigDecimal;
import java.time.Instant;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.calls.Rates;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.TwilioDates;
import tools.jackson.databind.node.ObjectNode;

/// A call as JSON.
final class CallJson {

    private static final String[] SUBRESOURCES = {
        "events",
        "notifications",
        "payments",
        "recordings",
        "siprec",
        "streams",
        "transcriptions",
        "user_defined_message_subscriptions",
        "user_defined_messages"
    };

    private CallJson() {}

    /// @param now prices are known later than calls
    static ObjectNode of(Call call, Instant now) {
        var identity = call.identity();
        var progress = call.progress();
        String uri = RestRequest.base(call.accountSid()) + "/Calls/" + call.sid();
        var json = Json.object()
                .put("sid", call.sid())
                .put("date_created", TwilioDates.rfc2822(identity.created()))
                .put("date_updated", TwilioDates.rfc2822(progress.updated()))
                .put("parent_call_sid", identity.parentSid())
                .put("account_sid", call.accountSid())
                .put("to", identity.to())
                .put("to_formatted", PhoneNumbers.national(identity.to()))
                .put("from", identity.from())
                .put("from_formatted", PhoneNumbers.national(identity.from()))
                .put("phone_number_sid", identity.phoneNumberSid())
                .put("status", call.status().wire())
                .put("start_time", TwilioDates.rfc2822OrNull(progress.answered()))
                .put("end_time", TwilioDates.rfc2822OrNull(progress.ended()))
                .put("duration", call.status().isFinal() ? Long.toString(call.durationSeconds()) : null)
                .put(
                        "price",
                        Rates.price(call, now).map(BigDecimal::toPlainString).orElse(null))
                .put("price_unit", Rates.UNIT)
                .put("direction", identity.direction().wire())
                .put("answered_by", progress.answeredBy())
                .put("api_version", "2010-04-01")
                .putNull("forwarded_from")
                .putNull("group_sid")
                .putNull("caller_name")
                .put("queue_time", Long.toString(progress.queueTime().toMillis()))
                .putNull("trunk_sid")
                .put("uri", uri + ".json");
        var links = json.putObject("subresource_uris");
        for (String name : SUBRESOURCES) {
            links.put(name, uri + "/" + camel(name) + ".json");
        }
        return json;
    }

    private static String camel(String snake) {
        var text = new StringBuilder();
        for (String word : snake.split("_")) {
            text.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return text.toString();
    }
}
