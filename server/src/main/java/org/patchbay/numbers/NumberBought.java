package org.patchbay.numbers;

import java.util.UUID;

/// A number has just become the workspace's, and is not set up yet. Published in the transaction that
/// stores it.
public record NumberBought(UUID workspaceId, UUID numberId) {}
