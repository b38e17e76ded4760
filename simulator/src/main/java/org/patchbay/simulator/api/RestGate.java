package org.patchbay.simulator.api;

import java.util.Locale;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.accounts.Authenticator;
import org.patchbay.simulator.accounts.Caller;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.rest.Sids;

/// What every REST request passes: who is it, may they, is there room, then faults, the operation
/// itself, the log, and Twilio's own headers.
public final class RestGate {

    private final Authenticator authenticator;
    private final ConcurrencyLimit limit;
    private final RestFaults faults;
    private final RestLog log;

    public RestGate(AccountStore accounts, ConcurrencyLimit limit, RestFaults faults, RestLog log) {
        this.authenticator = new Authenticator(accounts);
        this.limit = limit;
        this.faults = faults;
        this.log = log;
    }

    Answer pass(Request http, String pattern, RestEndpoint endpoint) {
        long start = System.nanoTime();
        var came = log.now();
        Answer answer;
        try {
            answer = execute(http, pattern, endpoint);
        } catch (RestError e) {
            answer = e.answer();
        }
        log.remember(http, answer, came);
        return dressed(answer, start);
    }

    /// An error outside of every operation; still only for those who may know.
    Answer refuse(Request http, RestError error) {
        try {
            authenticator.authenticate(http);
            return dressed(error.answer(), System.nanoTime());
        } catch (RestError e) {
            return dressed(e.answer(), System.nanoTime());
        }
    }

    private Answer execute(Request http, String pattern, RestEndpoint endpoint) {
        Caller caller = authenticator.authenticate(http);
        String named =
                http.variables().getOrDefault("AccountSid", caller.account().sid());
        Account account = authenticator.actFor(caller, named);
        if (!caller.mayManageAccount() && isManagement(pattern)) {
            throw RestError.unauthorized();
        }
        var request = new RestRequest(http, account, http.form());
        return limit.within(caller.account().sid(), () -> faults.around(request, () -> answered(endpoint, request)));
    }

    private static Answer answered(RestEndpoint endpoint, RestRequest request) {
        try {
            return endpoint.handle(request);
        } catch (RestError e) {
            return e.answer();
        }
    }

    private static boolean isManagement(String pattern) {
        return pattern.startsWith("/2010-04-01/Accounts.json")
                || pattern.startsWith("/2010-04-01/Accounts/{AccountSid}.json")
                || pattern.contains("/Keys")
                || pattern.contains("/SigningKeys")
                || pattern.startsWith("/v1/AuthTokens");
    }

    private static Answer dressed(Answer answer, long startNanos) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        return answer.with("Twilio-Request-Id", Sids.mint("RQ"))
                .with("Twilio-Request-Duration", String.format(Locale.ROOT, "%.3f", seconds))
                .with("X-Home-Region", "us1")
                .with("X-API-Domain", "api.twilio.com");
    }
}
