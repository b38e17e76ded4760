package org.patchbay.simulator.accounts.web;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.accounts.Secrets;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.TwilioDates;
import org.patchbay.simulator.time.SimulatorClock;
import tools.jackson.databind.node.ObjectNode;

/// Rotating the auth token (`accounts.twilio.com/v1/AuthTokens`): while a secondary token exists both
/// authenticate, and the primary still signs; promoting it ends the old one.
public final class AuthTokensResource {

    private static final String SECONDARY = "/v1/AuthTokens/Secondary";
    private static final String PROMOTE = "/v1/AuthTokens/Promote";

    private final AccountStore accounts;
    private final SimulatorClock clock;

    public AuthTokensResource(AccountStore accounts, SimulatorClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public void register(RestRoutes routes) {
        routes.post(SECONDARY, this::create).delete(SECONDARY, this::delete).post(PROMOTE, this::promote);
    }

    private Answer create(RestRequest request) {
        if (request.account().secondaryToken() != null) {
            throw RestError.badRequest(20001, "A secondary auth token exists already");
        }
        String token = Secrets.authToken();
        var account = change(request.account(), request.account().authToken(), token);
        return Json.answer(201, json(account, SECONDARY).put("secondary_auth_token", token));
    }

    private Answer delete(RestRequest request) {
        secondary(request);
        change(request.account(), request.account().authToken(), null);
        return Answer.empty(204);
    }

    private Answer promote(RestRequest request) {
        String promoted = secondary(request);
        var account = change(request.account(), promoted, null);
        return Json.answer(200, json(account, PROMOTE).put("auth_token", promoted));
    }

    private static String secondary(RestRequest request) {
        String token = request.account().secondaryToken();
        if (token == null) {
            throw request.notFound();
        }
        return token;
    }

    private Account change(Account account, String primary, @Nullable String secondary) {
        var changed = account.withTokens(primary, secondary, clock.now());
        accounts.put(changed);
        return changed;
    }

    private static ObjectNode json(Account account, String path) {
        return Json.object()
                .put("account_sid", account.sid())
                .put("date_created", TwilioDates.iso8601(account.created()))
                .put("date_updated", TwilioDates.iso8601(account.updated()))
                .put("url", "https://accounts.twilio.com" + path);
    }
}
