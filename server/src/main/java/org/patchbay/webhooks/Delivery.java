package org.patchbay.webhooks;

import java.net.URI;
import java.util.UUID;
import org.patchbay.twilio.WebhookUrls;

/// Something that Twilio asked or told, after its signature was checked.
///
/// @param params what Twilio says
/// @param query what we wrote into the address ourselves, such as the ids of a call and a leg; of a GET also
///     what Twilio says
/// @param path as it came, without the query
public record Delivery(
        WebhookKind kind, UUID workspaceId, String accountSid, Parameters params, Parameters query, String path) {

    /// Another of the workspace's addresses, for TwiML: relative to the one under which Twilio has just
    /// reached us, so that it is certainly one it reaches.
    public URI address(WebhookKind other) {
        return WebhookUrls.patient(URI.create("/api/twilio/" + workspaceId + "/" + other.path()));
    }
}
