package org.patchbay.workspaces;

import java.util.UUID;

/// Event: somebody is no longer a member. Published in the transaction that removes them.
public record MemberRemoved(UUID workspaceId, UUID memberId, UUID userId) {}
