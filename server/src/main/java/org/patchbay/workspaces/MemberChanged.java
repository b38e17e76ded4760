package org.patchbay.workspaces;

import java.util.UUID;
import org.patchbay.kernel.access.Role;

/// Event: a member has another role. Published in the transaction that changes it.
public record MemberChanged(UUID workspaceId, UUID memberId, Role role) {}
