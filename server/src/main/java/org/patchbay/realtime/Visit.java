package org.patchbay.realtime;

import java.util.OptionalLong;
import java.util.UUID;

/// Who opens a desk's socket, and from where they want to go on.
///
/// @param socketId made for this one connection
/// @param after the last number that the desk received; empty for a fresh start
public record Visit(UUID socketId, UUID workspaceId, UUID memberId, UUID userId, UUID sessionId, OptionalLong after) {}
