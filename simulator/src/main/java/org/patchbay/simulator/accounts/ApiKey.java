package org.patchbay.simulator.accounts;

import java.time.Instant;
import org.patchbay.simulator.rest.Resource;

/// A standard API key: everything but the account and the keys themselves.
///
/// @param secret 32 characters; also the key of HS256 for access tokens, which demands 32 bytes
public record ApiKey(
        String sid, String accountSid, String friendlyName, String secret, Instant created, Instant updated)
        implements Resource {

    public ApiKey named(String friendlyName, Instant now) {
        return new ApiKey(sid, accountSid, friendlyName, secret, created, now);
    }
}
