package org.patchbay.security;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One line of the audit log.
public record AuditEntry(
        UUID id,
        Instant at,
        String action,
        Actor actor,
        @Nullable Target target,
        @Nullable String address,
        JsonNode details) {

    /// @param kind member, api-key or system
    /// @param name at that time
    public record Actor(String kind, @Nullable UUID id, String name) {}

    /// @param name at that time
    public record Target(String kind, @Nullable String id, String name) {}
}
