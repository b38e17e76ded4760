package org.patchbay.workspaces;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a link reaches its person.
///
/// @param mailed whether the mail server took it
/// @param link to hand over by other means, where it was not mailed; shown this once
public record LinkDelivery(boolean mailed, @Nullable String link, Instant expiresAt) {

    @Override
    public String toString() {
        return "LinkDelivery[mailed=" + mailed + "]"; // the link is a secret
    }
}
