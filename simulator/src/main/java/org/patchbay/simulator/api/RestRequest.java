package org.patchbay.simulator.api;

import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.RestError;

/// An authenticated REST request.
///
/// @param account the account that owns what the path names (not always the caller's own)
/// @param form the body's parameters, none for GET
public record RestRequest(Request http, Account account, Params form) {

    public String accountSid() {
        return account.sid();
    }

    public Params query() {
        return http.query();
    }

    public String variable(String name) {
        return http.variable(name);
    }

    /// The path of the account's resources, without slash at the end.
    public String base() {
        return base(account.sid());
    }

    public static String base(String accountSid) {
        return "/2010-04-01/Accounts/" + accountSid;
    }

    public RestError notFound() {
        return RestError.notFound(http.path());
    }

    public Fields fields() {
        return new Fields(form);
    }
}
