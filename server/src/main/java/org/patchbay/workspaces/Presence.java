package org.patchbay.workspaces;

import java.time.Instant;
import java.util.UUID;

/// Whether a member takes calls, as others see it.
///
/// @param status available, busy, away, or offline when no desk of theirs is connected
/// @param since when it last changed
public record Presence(UUID memberId, String status, Instant since) {}
