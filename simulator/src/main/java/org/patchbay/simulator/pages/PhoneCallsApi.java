package org.patchbay.simulator.pages;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Endpoint;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.simulator.rest.Json;

/// `/simulator/phones/{number}/calls`: what somebody does with the phone in their hand.
final class PhoneCallsApi {

    private static final Pattern KEYS = Pattern.compile("[0-9A-Da-d*#]{1,64}");

    private final PagesWorld world;
    private final PhoneJson json;

    PhoneCallsApi(PagesWorld world) {
        this.world = world;
        this.json = new PhoneJson(world.calls());
    }

    void register(Router api) {
        String call = "/simulator/phones/{number}/calls/{id}";
        api.post("/simulator/phones/{number}/calls", this::place);
        api.post(call + "/answer", during((talk, body) -> talk.answer()));
        api.post(call + "/decline", during((talk, body) -> talk.decline()));
        api.post(call + "/hangup", during((talk, body) -> talk.hangUp()));
        api.post(call + "/press", during((talk, body) -> talk.press(keys(body))));
        api.post(call + "/say", during((talk, body) -> talk.say(body.required("words"))));
    }

    private Answer place(Request request) {
        Phone phone = phone(request);
        String to = PhonesApi.e164(JsonBody.of(request).required("to"));
        if (!phone.calls().isEmpty()) {
            throw Refusal.conflict("This phone is in a call; hang up first.");
        }
        PhoneCall call = phone.call(world.inbound()::toNumber, to, Script.noAnswer())
                .orElseThrow(() -> Refusal.notFound("No account has " + to
                        + ". A phone here can call the accounts' numbers; buy one by REST, or start with --number."));
        return Json.answer(201, json.of(call));
    }

    private Endpoint during(BiConsumer<PhoneCall, JsonBody> action) {
        return request -> {
            var call = PhonesApi.call(phone(request), request);
            action.accept(call, JsonBody.of(request));
            return Answer.empty(204);
        };
    }

    private Phone phone(Request request) {
        return world.handsets()
                .find(request.variable("number"))
                .orElseThrow(() -> PhonesApi.noPhone(request))
                .phone();
    }

    private static String keys(JsonBody body) {
        String keys = body.required("keys");
        if (!KEYS.matcher(keys).matches()) {
            throw Refusal.badRequest("Keys are 0-9, A-D, * and #.");
        }
        return keys;
    }
}
