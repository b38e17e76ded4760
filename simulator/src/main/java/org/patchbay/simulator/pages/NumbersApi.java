package org.patchbay.simulator.pages;

import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.numbers.IncomingPhoneNumber;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/// `GET /simulator/numbers`: whom a phone can call or text, and what will happen then.
final class NumbersApi {

    private static final int MOST = 200;

    private final PagesWorld world;

    NumbersApi(PagesWorld world) {
        this.world = world;
    }

    void register(Router api) {
        api.get("/simulator/numbers", request -> list());
    }

    private Answer list() {
        var body = Json.object();
        var numbers = body.putArray("numbers");
        world.numbers().numbers().all().limit(MOST).forEach(number -> numbers.add(json(number)));
        return Json.answer(200, body);
    }

    private ObjectNode json(IncomingPhoneNumber number) {
        String account = world.accounts()
                .find(number.accountSid())
                .map(Account::friendlyName)
                .orElse("");
        return Json.object()
                .put("sid", number.sid())
                .put("number", number.phoneNumber())
                .put("name", number.friendlyName())
                .put("accountSid", number.accountSid())
                .put("accountName", account)
                .put(
                        "voiceUrl",
                        Secretless.url(world.numbers().voiceOf(number).voice().url()))
                .put(
                        "smsUrl",
                        Secretless.url(world.numbers().smsOf(number).sms().url()));
    }
}
