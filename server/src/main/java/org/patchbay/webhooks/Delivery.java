package org.patchbay.webhooks;

import java.util.UUID;

/// Something that Twilio asked or told, after its signature was checked.
///
/// @param params what Twilio says
/// @param query what we wrote into the address ourselves, such as the ids of a call and a leg; of a GET also
///     what Twilio says
/// @param path as it came, without the query
public record Delivery(
        WebhookKind kind, UUID workspaceId, String accountSid, Parameters params, Parameters query, String path) {}
