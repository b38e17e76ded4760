package org.patchbay.webhooks;

import java.time.Instant;
import java.util.UUID;

/// Published when deliveries for one of the workspace's numbers came: in the transaction that counts them,
/// bound to the workspace, at most about once a second for each number and kind.
///
/// @param phoneNumber E.164, one of the workspace's numbers, also a released one
/// @param at when the last of them came
public record NumberReached(UUID workspaceId, String phoneNumber, WebhookKind kind, Instant at) {}
