package org.patchbay.security;

import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.stereotype.Component;

/// Removes sessions, links and remembered failures that have run out. They stopped working by themselves;
/// this keeps the tables small.
@Component
public class ExpiredAccess {

    private final Sessions sessions;
    private final OneTimeTokens tokens;
    private final SignInThrottle throttle;
    private final Transactions transactions;

    ExpiredAccess(Sessions sessions, OneTimeTokens tokens, SignInThrottle throttle, Transactions transactions) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.throttle = throttle;
        this.transactions = transactions;
    }

    /// @return how many rows went
    public int delete() {
        return Tenancy.globally(() -> transactions.write(
                () -> sessions.deleteExpired() + tokens.deleteExpired() + throttle.deleteForgotten()));
    }
}
