package org.patchbay.security;

import java.time.Instant;
import java.util.UUID;

/// A sign-in that still holds.
///
/// @param address where it was opened from
/// @param userAgent what the browser called itself, cut to 200 characters
public record OpenSession(
        UUID id,
        UUID userId,
        String name,
        String email,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        String address,
        String userAgent) {}
