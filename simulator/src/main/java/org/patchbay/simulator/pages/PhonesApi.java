package org.patchbay.simulator.pages;

import java.util.HashSet;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.phones.Handsets.Handset;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.rest.Json;

/// `/simulator/phones`: the handsets of the phones page.
final class PhonesApi {

    private static final int OTHERS = 20;

    private final PagesWorld world;
    private final PhoneJson json;

    PhonesApi(PagesWorld world) {
        this.world = world;
        this.json = new PhoneJson(world.calls());
    }

    void register(Router api) {
        api.get("/simulator/phones", request -> list());
        api.post("/simulator/phones", this::add);
        api.delete("/simulator/phones/{number}", this::remove);
    }

    private Answer list() {
        var body = Json.object()
                .put("now", world.clock().now().toString())
                .put("sound", world.media().isPresent());
        var phones = body.putArray("phones");
        var known = new HashSet<String>();
        world.handsets().all().forEach(handset -> {
            known.add(handset.number());
            phones.add(json.of(handset));
        });
        var others = body.putArray("others");
        world.phones()
                .all()
                .filter(phone -> PhoneNumbers.isE164(phone.address()) && !known.contains(phone.address()))
                .filter(PhonesApi::ringsForNobody)
                .limit(OTHERS)
                .forEach(phone -> others.addObject()
                        .put("number", phone.address())
                        .put("other", phone.calls().getFirst().otherParty()));
        return Json.answer(200, body);
    }

    /// A phone that no handset shows, with a call that no script takes.
    private static boolean ringsForNobody(Phone phone) {
        return phone.script().steps().isEmpty()
                && phone.calls().stream().anyMatch(call -> !call.isPlaced() && !call.isAnswered());
    }

    private Answer add(Request request) {
        var body = JsonBody.of(request);
        var handsets = world.handsets();
        String number = body.text("number").map(PhonesApi::e164).orElseGet(handsets::freeNumber);
        if (world.numbers().byNumber(number).isPresent()) {
            throw Refusal.conflict(number + " is a number of an account; a phone needs a number of its own.");
        }
        String name = body.text("name").orElse("Phone " + (handsets.all().size() + 1));
        Handset handset = handsets.add(number, name)
                .orElseThrow(() -> Refusal.conflict("There are too many phones already; remove one first."));
        return Json.answer(201, json.of(handset));
    }

    private Answer remove(Request request) {
        if (!world.handsets().remove(request.variable("number"))) {
            throw noPhone(request);
        }
        return Answer.empty(204);
    }

    static String e164(String typed) {
        return PhoneNumbers.normalize(typed)
                .orElseThrow(() -> Refusal.badRequest(typed + " is no phone number; write it as +15551234567."));
    }

    static Refusal noPhone(Request request) {
        return Refusal.notFound("There is no phone " + request.variable("number") + ".");
    }

    /// For a phone's call that the path names.
    static PhoneCall call(Phone phone, Request request) {
        return phone.calls().stream()
                .filter(call -> Integer.toString(call.number()).equals(request.variable("id")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("That call is over."));
    }
}
