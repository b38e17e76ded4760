package org.patchbay.webhooks;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An address of this server that is Twilio's to call.
///
/// @param workspaceId empty where the address does not say it
/// @param form the address without the workspace's id: one of a few dozen texts, fit to count by
record WebhookPath(WebhookKind kind, Optional<UUID> workspaceId, String form) {

    private static final String ROOT = "/api/twilio/";
    private static final String ANYTHING = "webhook";

    /// As we write it, and as UUIDs are written elsewhere; no shorter form.
    private static final Pattern IN_WORKSPACE = Pattern.compile(
            ROOT + "([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})/([a-z/]+)");

    private static final Map<String, WebhookKind> OWN =
            Stream.of(WebhookKind.values()).collect(Collectors.toMap(WebhookKind::path, kind -> kind));

    /// Those that other programs' set-ups use, and that keep working here.
    private static final Map<String, WebhookKind> WITHOUT_WORKSPACE = Map.of(
            "/api/voice/inbound", WebhookKind.VOICE,
            "/api/voice/outbound", WebhookKind.VOICE,
            "/api/voice/status", WebhookKind.VOICE_STATUS,
            "/api/twilio/voice/answer", WebhookKind.VOICE_ANSWER,
            "/api/twilio/voice/status", WebhookKind.VOICE_STATUS,
            "/api/twilio/voice/recording", WebhookKind.VOICE_RECORDING,
            "/api/twilio/webhook", WebhookKind.SMS_INBOUND,
            "/api/twilio/webhook/voice", WebhookKind.VOICE);

    /// @param rawPath as it came, with its percent-encoding: none of ours needs any, so another spelling of
    ///     one of ours is not ours
    static Optional<WebhookPath> of(String rawPath) {
        WebhookKind elsewhere = WITHOUT_WORKSPACE.get(rawPath);
        if (elsewhere != null) {
            return Optional.of(new WebhookPath(elsewhere, Optional.empty(), rawPath));
        }
        Matcher own = IN_WORKSPACE.matcher(rawPath);
        if (!own.matches()) {
            return Optional.empty();
        }
        UUID workspaceId = UUID.fromString(own.group(1).toLowerCase(Locale.ROOT));
        return Optional.ofNullable(kindIn(own.group(2)))
                .map(kind -> new WebhookPath(kind, Optional.of(workspaceId), ROOT + "{workspaceId}/" + own.group(2)));
    }

    /// `…/webhook` stands for all that a number does: a call says so, everything else is a text.
    WebhookKind kindOf(Parameters said) {
        boolean call = form.endsWith(ANYTHING) && said.get("CallSid").isPresent();
        return call ? WebhookKind.VOICE : kind;
    }

    private static @Nullable WebhookKind kindIn(String rest) {
        return rest.equals(ANYTHING) ? WebhookKind.SMS_INBOUND : OWN.get(rest);
    }
}
