package org.patchbay.contacts;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What is known of the calls with contacts of the bound workspace, by whoever keeps the calls.
public interface ContactCalls {

    /// When the newest call with each of them began; those without one are left out.
    Map<UUID, Instant> lastCalls(Collection<UUID> contactIds);
}
