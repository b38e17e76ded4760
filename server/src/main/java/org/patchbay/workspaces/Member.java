package org.patchbay.workspaces;

import java.time.Instant;
import java.util.UUID;
import org.patchbay.kernel.access.Role;

/// A user in a workspace.
public record Member(UUID id, UUID userId, String name, String email, Role role, Presence presence, Instant joinedAt) {}
