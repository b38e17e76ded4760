package org.patchbay.simulator.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.simulator.rest.Sids;
import org.patchbay.simulator.rest.Store;

/// Accounts and their API keys.
public final class AccountStore {

    private final Store<Account> accounts = new Store<>();
    private final Store<ApiKey> keys = new Store<>();

    public Optional<Account> find(String sid) {
        return accounts.find(sid);
    }

    /// The account and its subaccounts, newest first.
    public Stream<Account> ownedBy(String ownerSid) {
        return accounts.newestFirst(ownerSid);
    }

    public Stream<Account> all() {
        return accounts.all();
    }

    public void put(Account account) {
        accounts.put(account);
    }

    public Store<ApiKey> keys() {
        return keys;
    }

    public ApiKey createKey(String accountSid, String friendlyName, Instant now) {
        var key = new ApiKey(Sids.mint("SK"), accountSid, friendlyName, Secrets.keySecret(), now, now);
        keys.put(key);
        return key;
    }
}
