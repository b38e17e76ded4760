package org.patchbay.twilio;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// The addresses that Twilio is told for one workspace.
///
/// Each carries what Twilio shall do when it does not get an answer: three more tries, after a lost
/// connection, a silence or a 5xx, within 15 seconds. Twilio keeps the fragment to itself.
/// Source: [Connection overrides](https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
///
/// @param base without a path; empty for [#relative]
public record WebhookUrls(URI base, UUID workspaceId) {

    static final String PATIENCE = "rc=3&rp=5xx,ct,rt&tt=15000";

    /// For TwiML: relative to the address under which Twilio has just reached us, so that it is certainly one
    /// it reaches. Not for REST, nor for TwiML within REST.
    public static WebhookUrls relative(UUID workspaceId) {
        return new WebhookUrls(URI.create(""), workspaceId);
    }

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

    /// Asked what now, when somebody whom we rang has answered.
    ///
    /// @param ids ours, of the call and the leg: they come back in the query
    public URI voiceAnswer(Map<String, String> ids) {
        return at("voice/answer", ids);
    }

    /// Told what became of a call of ours.
    public URI voiceStatus(Map<String, String> ids) {
        return at("voice/status", ids);
    }

    /// Told what became of a recording.
    public URI voiceRecording(Map<String, String> ids) {
        return at("voice/recording", ids);
    }

    /// Told who came to and left a conference.
    public URI voiceConference(Map<String, String> ids) {
        return at("voice/conference", ids);
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
        return at(path, Map.of());
    }

    private URI at(String path, Map<String, String> ids) {
        return base.resolve("/api/twilio/" + workspaceId + "/" + path + query(ids) + "#" + PATIENCE);
    }

    /// Always in the same order: the same wish is the same address.
    private static String query(Map<String, String> ids) {
        return ids.isEmpty()
                ? ""
                : new TreeMap<>(ids)
                        .entrySet().stream()
                                .map(id -> encoded(id.getKey()) + "=" + encoded(id.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /// A space as `%20`: a plus sign is read as one by some and as a plus by others, and the address is signed.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
