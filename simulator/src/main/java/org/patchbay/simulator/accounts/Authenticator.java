package org.patchbay.simulator.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.rest.RestError;

/// HTTP Basic: account SID with a token (primary or secondary), or API key with its secret.
public final class Authenticator {

    private final AccountStore accounts;

    public Authenticator(AccountStore accounts) {
        this.accounts = accounts;
    }

    /// @throws RestError 401/20003, also for a known account with a wrong token
    public Caller authenticate(Request request) {
        String header = request.header("authorization").orElseThrow(RestError::unauthorized);
        if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            throw RestError.unauthorized();
        }
        String[] pair = decode(header.substring(6).trim()).split(":", 2);
        if (pair.length < 2) {
            throw RestError.unauthorized();
        }
        return byToken(pair[0], pair[1]).or(() -> byKey(pair[0], pair[1])).orElseThrow(RestError::unauthorized);
    }

    /// The account named in a path, when this caller may act for it: its own, or a subaccount.
    ///
    /// @throws RestError 401/20003 for a foreign account, 403/20005 for one that is not active
    public Account actFor(Caller caller, String accountSid) {
        Account account = accounts.find(accountSid)
                .filter(found -> found.sid().equals(caller.account().sid())
                        || (caller.key() == null
                                && found.ownerSid().equals(caller.account().sid())))
                .orElseThrow(RestError::unauthorized);
        boolean ownerReactivates = !account.sid().equals(caller.account().sid());
        if (account.status() != Account.Status.active && !ownerReactivates) {
            throw new RestError(403, 20005, "Account not active");
        }
        return account;
    }

    private Optional<Caller> byToken(String sid, String token) {
        return accounts.find(sid)
                .filter(account -> same(account.authToken(), token) || same(account.secondaryToken(), token))
                .map(account -> new Caller(account, null));
    }

    private Optional<Caller> byKey(String sid, String secret) {
        return accounts.keys()
                .find(sid)
                .filter(key -> same(key.secret(), secret))
                .flatMap(key -> accounts.find(key.accountSid()).map(account -> new Caller(account, key)));
    }

    private static boolean same(@Nullable String expected, String actual) {
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RestError.unauthorized();
        }
    }
}
