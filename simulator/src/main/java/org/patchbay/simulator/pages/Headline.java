package org.patchbay.simulator.pages;

import java.util.List;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.messages.Message;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/// What a subject of the inspector is, in a line.
///
/// @param from empty when it has none
/// @param to empty when it has none
/// @param name a conference's friendly name, or empty
/// @param status the last one that is known, or empty
record Headline(String from, String to, String name, String status) {

    static Headline of(Call call) {
        var identity = call.identity();
        return new Headline(identity.from(), identity.to(), "", call.status().wire());
    }

    static Headline of(Message message) {
        return new Headline(message.from(), message.to(), "", message.status().wire());
    }

    static Headline of(List<Entry> entries) {
        return new Headline(
                first(entries, "From"),
                first(entries, "To"),
                first(entries, "FriendlyName"),
                first(entries.reversed(), "StatusCallbackEvent"));
    }

    /// `call`, `conference`, `message` or `account`.
    static String kind(String sid) {
        return switch (sid.substring(0, Math.min(2, sid.length()))) {
            case "CA" -> "call";
            case "CF" -> "conference";
            case "SM", "MM" -> "message";
            default -> "account";
        };
    }

    ObjectNode json() {
        return Json.object().put("from", from).put("to", to).put("name", name).put("status", status);
    }

    private static String first(List<Entry> entries, String param) {
        return entries.stream()
                .flatMap(entry -> params(entry).first(param).stream())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Params params(Entry entry) {
        return switch (entry) {
            case Entry.Rest rest -> rest.params();
            case Entry.Webhook webhook -> webhook.params();
            case Entry.Step step -> Params.NONE;
        };
    }
}
