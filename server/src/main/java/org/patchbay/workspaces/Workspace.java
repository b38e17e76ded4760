package org.patchbay.workspaces;

import java.time.Instant;
import java.util.UUID;

/// A tenant.
///
/// @param country ISO 3166-1 alpha-2; how numbers without a country code are read
/// @param timeZone IANA name
public record Workspace(UUID id, String name, String country, String timeZone, Instant createdAt) {}
