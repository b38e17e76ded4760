package org.patchbay.twilio;

import java.net.URI;
import java.util.UUID;

/// The addresses that Twilio is told for one workspace.
///
/// Each carries what Twilio shall do when it does not get an answer: three more tries, after a lost
/// connection, a silence or a 5xx, within 15 seconds. Twilio keeps the fragment to itself.
/// Source: [Connection overrides](https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
///
/// @param base without a path
public record WebhookUrls(URI base, UUID workspaceId) {

    static final String PATIENCE = "rc=3&rp=5xx,ct,rt&tt=15000";

    /// Asked what to do with a call, by callers and by browsers.
    public URI voice() {
        return at("voice");
    }

    /// Asked when [#voice()] gave no answer.
    public URI voiceFallback() {
        return at("voice/fallback");
    }

    /// Told what became of a call.
    public URI voiceStatus() {
        return at("voice/status");
    }

    /// Told of a text that came.
    public URI smsInbound() {
        return at("sms/inbound");
    }

    /// Told what became of a text that was sent.
    public URI smsStatus() {
        return at("sms/status");
    }

    /// Told nothing; answers whether a delivery arrives here with its signature intact.
    public URI probe() {
        return at("probe");
    }

    /// That address, with the same patience.
    public static URI patient(URI address) {
        return address.resolve("#" + PATIENCE);
    }

    private URI at(String path) {
        return base.resolve("/api/twilio/" + workspaceId + "/" + path + "#" + PATIENCE);
    }
}
