package org.patchbay.simulator.pages;

import java.util.Locale;
import java.util.Optional;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.phones.Handsets.Handset;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.Store;
import tools.jackson.databind.node.ObjectNode;

/// Phones and their calls as the phones page sees them.
record PhoneJson(Store<Call> calls) {

    ObjectNode of(Handset handset) {
        var json = Json.object().put("number", handset.number()).put("name", handset.name());
        var array = json.putArray("calls");
        handset.phone().calls().forEach(call -> array.add(of(call)));
        handset.phone().last().ifPresentOrElse(last -> json.set("last", of(last)), () -> json.putNull("last"));
        return json;
    }

    ObjectNode of(PhoneCall call) {
        var known = call.sid().flatMap(calls::find);
        var json = Json.object()
                .put("id", call.number())
                .put("sid", call.sid().orElse(null))
                .put("other", call.otherParty())
                .put("placed", call.isPlaced())
                .put("state", state(call))
                .put("why", call.why().map(why -> wire(why)).orElse(null))
                .put(
                        "began",
                        known.map(found -> found.identity().created().toString())
                                .orElse(null))
                .put("answered", known.flatMap(PhoneJson::answered).orElse(null))
                .put("seconds", known.map(Call::durationSeconds).orElse(0L));
        var transcript = json.putArray("transcript");
        call.transcript()
                .lines()
                .forEach(line -> transcript
                        .addObject()
                        .put("at", line.at().toString())
                        .put("kind", wire(line.kind()))
                        .put("text", line.text()));
        return json;
    }

    private static Optional<String> answered(Call call) {
        return Optional.ofNullable(call.progress().answered()).map(Object::toString);
    }

    private static String state(PhoneCall call) {
        if (call.isOver()) {
            return "over";
        }
        return call.isAnswered() ? "talking" : call.isPlaced() ? "calling" : "ringing";
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
