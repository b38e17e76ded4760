package org.patchbay.workspaces;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Role;

/// What somebody who holds an invitation's link may know before accepting.
public record InvitationPreview(
        UUID workspaceId,
        UUID invitationId,
        String workspaceName,
        String email,
        Role role,
        @Nullable String invitedBy) {}
