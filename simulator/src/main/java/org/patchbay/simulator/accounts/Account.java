package org.patchbay.simulator.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.rest.Resource;

/// An account or, when its owner is another account, a subaccount.
///
/// @param authToken the primary token; it signs every webhook
/// @param secondaryToken a second token that is accepted too, until promoted or deleted
public record Account(
        String sid,
        String friendlyName,
        Status status,
        String authToken,
        @Nullable String secondaryToken,
        String ownerSid,
        Instant created,
        Instant updated)
        implements Resource {

    public enum Status {
        active,
        suspended,
        closed
    }

    public static Account create(String sid, String token, String friendlyName, String ownerSid, Instant now) {
        return new Account(sid, friendlyName, Status.active, token, null, ownerSid, now, now);
    }

    /// Accounts are listed under their owner.
    @Override
    public String accountSid() {
        return ownerSid;
    }

    public boolean isSubaccount() {
        return !ownerSid.equals(sid);
    }

    public Account named(String friendlyName, Instant now) {
        return new Account(sid, friendlyName, status, authToken, secondaryToken, ownerSid, created, now);
    }

    public Account with(Status status, Instant now) {
        return new Account(sid, friendlyName, status, authToken, secondaryToken, ownerSid, created, now);
    }

    public Account withTokens(String primary, @Nullable String secondary, Instant now) {
        return new Account(sid, friendlyName, status, primary, secondary, ownerSid, created, now);
    }
}
