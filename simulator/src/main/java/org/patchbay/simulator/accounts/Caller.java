package org.patchbay.simulator.accounts;

import org.jspecify.annotations.Nullable;

/// Who sent a REST request.
///
/// @param key the API key used, or null when the account's own token was
public record Caller(Account account, @Nullable ApiKey key) {

    /// Standard keys may not touch `/Accounts` and `/Keys`: Twilio answers 401/20003.
    public boolean mayManageAccount() {
        return key == null;
    }
}
