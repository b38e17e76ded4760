package org.patchbay.simulator.signal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads [ClientMessage]s; whatever comes, the result is one of them.
final class ClientMessageReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEARTBEAT = "\n";
    private static final int LONGEST_RECONNECT_SECONDS = 30;

    private ClientMessageReader() {}

    static ClientMessage read(String frame) {
        if (frame.equals(HEARTBEAT)) {
            return new ClientMessage.Heartbeat();
        }
        try {
            JsonNode message = JSON.readTree(frame);
            JsonNode payload = message.path("payload");
            return read(message.path("type").asString(""), payload);
        } catch (JacksonException e) {
            return new ClientMessage.Malformed("not JSON", Optional.empty());
        } catch (MissingField e) {
            return new ClientMessage.Malformed(e.field + " is missing", e.callId);
        }
    }

    private static ClientMessage read(String type, JsonNode payload) {
        return switch (type) {
            case "listen" -> new ClientMessage.Listen(text(payload, "token"), reconnectTimeout(payload));
            case "register" ->
                new ClientMessage.Register(payload.path("media").path("audio").asBoolean(false));
            case "invite" -> invite(payload);
            case "answer" -> new ClientMessage.Answer(text(payload, "callsid"), text(payload, "sdp"));
            case "reject" -> new ClientMessage.Reject(text(payload, "callsid"));
            case "hangup" -> new ClientMessage.Hangup(text(payload, "callsid"));
            case "dtmf" -> new ClientMessage.Dtmf(text(payload, "callsid"), text(payload, "dtmf"));
            case "reinvite" -> new ClientMessage.Reinvite(text(payload, "callsid"), text(payload, "sdp"));
            case "message" ->
                new ClientMessage.UserMessage(
                        text(payload, "callsid"),
                        payload.path("content").asString(""),
                        payload.path("contenttype").asString("application/json"),
                        payload.path("messagetype").asString("user-defined-message"),
                        text(payload, "voiceeventsid"));
            case "" -> new ClientMessage.Malformed("type is missing", Optional.empty());
            default -> new ClientMessage.Unknown(type);
        };
    }

    private static ClientMessage invite(JsonNode payload) {
        String callId = text(payload, "callsid");
        String sdp = text(payload, "sdp");
        String token = payload.path("reconnect").asString("");
        if (!token.isEmpty()) {
            return new ClientMessage.Reconnect(callId, sdp, token);
        }
        String params = payload.path("twilio").path("params").asString("");
        return new ClientMessage.Invite(callId, sdp, params(params));
    }

    private static Duration reconnectTimeout(JsonNode payload) {
        double seconds = payload.path("reconnectTimeout").asDouble(0);
        return Duration.ofMillis(Math.round(1000 * Math.clamp(seconds, 0, LONGEST_RECONNECT_SECONDS)));
    }

    /// The app's parameters, made by the SDK with `encodeURIComponent`.
    private static Map<String, String> params(String query) {
        Map<String, String> params = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                params.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return params;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone per cent sign: the SDK never sends one, and as it stands is the best reading.
            return encoded;
        }
    }

    private static String text(JsonNode payload, String field) {
        String value = payload.path(field).asString("");
        if (value.isEmpty()) {
            String callId = payload.path("callsid").asString("");
            throw new MissingField(field, callId.isEmpty() ? Optional.empty() : Optional.of(callId));
        }
        return value;
    }

    private static final class MissingField extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final transient Optional<String> callId;

        private MissingField(String field, Optional<String> callId) {
            super(field, null, false, false);
            this.field = field;
            this.callId = callId;
        }
    }
}
