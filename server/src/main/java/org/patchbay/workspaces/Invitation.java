package org.patchbay.workspaces;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Role;

/// An open invitation.
///
/// @param invitedBy the name, at that time, of the member or API key
public record Invitation(
        UUID id, String email, Role role, @Nullable String invitedBy, Instant createdAt, Instant expiresAt) {}
