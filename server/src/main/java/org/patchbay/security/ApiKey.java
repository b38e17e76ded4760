package org.patchbay.security;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Role;

/// An API key, without its secret.
///
/// @param prefix the secret's first characters, to recognise it by
/// @param createdBy the name, at that time, of the member or key that made it
/// @param lastUsedAt to the minute; null if never
public record ApiKey(
        UUID id,
        String name,
        Role role,
        String prefix,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant lastUsedAt) {}
