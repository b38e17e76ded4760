package org.patchbay.security;

import java.util.Set;
import java.util.UUID;

/// Event: these sessions ended before their time; what still hangs on them must go. Published in the
/// transaction that ends them.
public record SessionsEnded(Set<UUID> sessionIds) {}
