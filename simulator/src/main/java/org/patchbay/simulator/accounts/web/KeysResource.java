package org.patchbay.simulator.accounts.web;

import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.accounts.ApiKey;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.TwilioDates;
import org.patchbay.simulator.time.SimulatorClock;
import tools.jackson.databind.node.ObjectNode;

/// API keys of the 2010 API; SigningKeys are the same objects under another name
/// (<https://www.twilio.com/docs/iam/api-keys>).
public final class KeysResource {

    private final AccountStore accounts;
    private final SimulatorClock clock;

    public KeysResource(AccountStore accounts, SimulatorClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public void register(RestRoutes routes) {
        for (String name : new String[] {"Keys", "SigningKeys"}) {
            String list = "/2010-04-01/Accounts/{AccountSid}/" + name + ".json";
            String one = "/2010-04-01/Accounts/{AccountSid}/" + name + "/{Sid}.json";
            String plural = name.equals("Keys") ? "keys" : "signing_keys";
            routes.get(list, request -> list(request, plural)).post(list, this::create);
            routes.get(one, request -> Json.answer(200, json(find(request))));
            routes.post(one, this::update).delete(one, this::delete);
        }
    }

    private Answer list(RestRequest request, String plural) {
        var keys = accounts.keys().newestFirst(request.accountSid());
        return Page.cut(keys, request.query(), ApiKey::sid).answer(request, plural, KeysResource::json);
    }

    private Answer create(RestRequest request) {
        var key = accounts.createKey(request.accountSid(), friendlyName(request.fields(), ""), clock.now());
        return Json.answer(201, json(key).put("secret", key.secret()));
    }

    private Answer update(RestRequest request) {
        var key = find(request);
        var changed = key.named(friendlyName(request.fields(), key.friendlyName()), clock.now());
        accounts.keys().put(changed);
        return Json.answer(200, json(changed));
    }

    private Answer delete(RestRequest request) {
        accounts.keys().remove(find(request).sid());
        return Answer.empty(204);
    }

    private ApiKey find(RestRequest request) {
        return accounts.keys()
                .find(request.accountSid(), request.variable("Sid"))
                .orElseThrow(request::notFound);
    }

    static String friendlyName(Fields fields, String otherwise) {
        String name = fields.text("FriendlyName", otherwise);
        if (name.length() > 64) {
            throw RestError.badRequest(20002, "Invalid FriendlyName");
        }
        return name;
    }

    static ObjectNode json(ApiKey key) {
        return Json.object()
                .put("sid", key.sid())
                .put("friendly_name", key.friendlyName())
                .put("date_created", TwilioDates.rfc2822(key.created()))
                .put("date_updated", TwilioDates.rfc2822(key.updated()));
    }
}
