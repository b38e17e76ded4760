package org.patchbay.simulator.accounts.web;

import java.util.Optional;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.accounts.ApiKey;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.time.SimulatorClock;

/// The newer keys endpoint, `iam.twilio.com/v1/Keys`. Restricted keys are refused: the simulator
/// does not enforce policies and will not pretend to.
public final class IamKeysResource {

    private static final String LIST = "/v1/Keys";
    private static final String ONE = "/v1/Keys/{Sid}";

    private final AccountStore accounts;
    private final SimulatorClock clock;

    public IamKeysResource(AccountStore accounts, SimulatorClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public void register(RestRoutes routes) {
        routes.get(LIST, this::list).post(LIST, this::create);
        routes.get(ONE, this::fetch).post(ONE, this::update).delete(ONE, this::delete);
    }

    private Answer list(RestRequest request) {
        Account account = owner(request, request.query().first("AccountSid"));
        var keys = accounts.keys().newestFirst(account.sid());
        return Page.cut(keys, request.query(), ApiKey::sid).answerV1(request, "https://iam.twilio.com", "keys", key -> {
            var json = KeysResource.json(key);
            json.putArray("flags").add("rest_api").add("signing");
            return json;
        });
    }

    private Answer create(RestRequest request) {
        var fields = request.fields();
        Account account = owner(request, fields.text("AccountSid"));
        if (fields.text("KeyType").filter("restricted"::equals).isPresent()) {
            throw RestError.badRequest(70001, "Restricted keys are not simulated");
        }
        var key = accounts.createKey(account.sid(), KeysResource.friendlyName(fields, ""), clock.now());
        var json = KeysResource.json(key).put("secret", key.secret());
        return Json.answer(201, json.putNull("policy"));
    }

    private Answer fetch(RestRequest request) {
        return Json.answer(200, KeysResource.json(find(request)).putNull("policy"));
    }

    private Answer update(RestRequest request) {
        var key = find(request);
        var changed = key.named(KeysResource.friendlyName(request.fields(), key.friendlyName()), clock.now());
        accounts.keys().put(changed);
        return Json.answer(200, KeysResource.json(changed).putNull("policy"));
    }

    private Answer delete(RestRequest request) {
        accounts.keys().remove(find(request).sid());
        return Answer.empty(204);
    }

    private ApiKey find(RestRequest request) {
        return accounts.keys()
                .find(request.variable("Sid"))
                .filter(key -> mayActFor(request.account(), key.accountSid()))
                .orElseThrow(request::notFound);
    }

    private Account owner(RestRequest request, Optional<String> accountSid) {
        String sid = accountSid.orElseThrow(() -> RestError.badRequest(20001, "AccountSid is required"));
        if (!mayActFor(request.account(), sid)) {
            throw RestError.unauthorized();
        }
        return accounts.find(sid).orElseThrow(RestError::unauthorized);
    }

    private boolean mayActFor(Account caller, String accountSid) {
        return accounts.find(accountSid)
                .filter(account ->
                        account.sid().equals(caller.sid()) || account.ownerSid().equals(caller.sid()))
                .isPresent();
    }
}
