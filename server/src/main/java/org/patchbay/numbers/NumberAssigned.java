package org.patchbay.numbers;

import java.util.UUID;

/// Other members than before use a number. Published in the transaction that stores it.
public record NumberAssigned(UUID workspaceId, UUID numberId) {}
