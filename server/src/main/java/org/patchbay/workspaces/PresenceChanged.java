package org.patchbay.workspaces;

import java.util.UUID;

/// A member became available, busy, away or offline. Published inside the transaction that makes it so.
public record PresenceChanged(UUID workspaceId, UUID memberId) {}
