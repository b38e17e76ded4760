package org.patchbay.simulator.accounts.web;

import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.accounts.Secrets;
import org.patchbay.simulator.api.Page;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.api.RestRoutes;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.rest.Json;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.time.SimulatorClock;

/// The account and its subaccounts (<https://www.twilio.com/docs/iam/api/account>).
public final class AccountsResource {

    private static final String LIST = "/2010-04-01/Accounts.json";
    private static final String ONE = "/2010-04-01/Accounts/{AccountSid}.json";

    private final AccountStore accounts;
    private final SimulatorClock clock;

    public AccountsResource(AccountStore accounts, SimulatorClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public void register(RestRoutes routes) {
        routes.get(LIST, this::list)
                .post(LIST, this::create)
                .get(ONE, this::fetch)
                .post(ONE, this::update);
    }

    private Answer list(RestRequest request) {
        var name = request.query().first("FriendlyName");
        var status = request.query().first("Status");
        var found = accounts.ownedBy(request.accountSid())
                .filter(account -> name.isEmpty() || account.friendlyName().equals(name.get()))
                .filter(account -> status.isEmpty() || account.status().name().equals(status.get()));
        return Page.cut(found, request.query(), Account::sid).answer(request, "accounts", AccountJson::of);
    }

    private Answer create(RestRequest request) {
        if (request.account().isSubaccount()) {
            throw RestError.badRequest(21101, "A subaccount cannot have subaccounts");
        }
        var now = clock.now();
        String name = request.fields().text("FriendlyName", "SubAccount Created at " + now);
        var account = Account.create(Sids.mint("AC"), Secrets.authToken(), name, request.accountSid(), now);
        accounts.put(account);
        return Json.answer(201, AccountJson.of(account));
    }

    private Answer fetch(RestRequest request) {
        return Json.answer(200, AccountJson.of(request.account()));
    }

    private Answer update(RestRequest request) {
        var fields = request.fields();
        var account = request.account();
        String name = fields.text("FriendlyName", account.friendlyName());
        var status = fields.oneOf("Status", 20001, "active", "suspended", "closed")
                .map(Account.Status::valueOf)
                .orElse(account.status());
        if (account.status() == Account.Status.closed && status != Account.Status.closed) {
            throw RestError.badRequest(20001, "A closed account cannot be opened again");
        }
        var changed = account.named(name, clock.now()).with(status, clock.now());
        accounts.put(changed);
        return Json.answer(200, AccountJson.of(changed));
    }
}
