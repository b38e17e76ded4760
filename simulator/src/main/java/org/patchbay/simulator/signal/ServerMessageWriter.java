package org.patchbay.simulator.signal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes [ServerMessage]s as text frames.
final class ServerMessageWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERSION = "1.6";

    private ServerMessageWriter() {}

    static String write(ServerMessage message) {
        return switch (message) {
            case ServerMessage.Heartbeat() -> "\n";
            case ServerMessage.Connected connected -> envelope("connected", connected(connected));
            case ServerMessage.Ready() -> envelope("ready", node());
            case ServerMessage.Offline() -> envelope("offline", node());
            case ServerMessage.Ringing(String callSid, Optional<String> sdp) ->
                envelope("ringing", withSdp(call(callSid), sdp));
            case ServerMessage.Answer(String callSid, Optional<String> sdp, String token) ->
                envelope("answer", withSdp(call(callSid), sdp).put("reconnect", token));
            case ServerMessage.Invite invite -> envelope("invite", invite(invite));
            case ServerMessage.Cancel(String callSid) -> envelope("cancel", call(callSid));
            case ServerMessage.Hangup(String callId, Optional<SignalError> error) ->
                envelope("hangup", withError(call(callId), error));
            case ServerMessage.DeviceError(SignalError error) ->
                envelope("error", withError(node(), Optional.of(error)));
            case ServerMessage.Ack(String callSid, String voiceEventSid) ->
                envelope("ack", call(callSid).put("acktype", "message").put("voiceeventsid", voiceEventSid));
            case ServerMessage.UserMessage user -> envelope("message", userMessage(user));
            case ServerMessage.Close() -> envelope("close", node());
        };
    }

    private static String envelope(String type, ObjectNode payload) {
        ObjectNode message = node().put("type", type).put("version", VERSION);
        message.set("payload", payload);
        return message.toString();
    }

    private static ObjectNode connected(ServerMessage.Connected connected) {
        ObjectNode token = node().put("identity", connected.identity())
                .put("ttl", connected.ttlSeconds())
                .put("account_sid", connected.accountSid());
        return node().put("region", "US_EAST_VIRGINIA")
                .put("edge", "ashburn")
                .put("home", "us1")
                .put("gateway", "patchbay-simulator")
                .set("token", token);
    }

    private static ObjectNode invite(ServerMessage.Invite invite) {
        ObjectNode parameters = node();
        invite.parameters().forEach(parameters::put);
        if (!invite.customParameters().isEmpty()) {
            parameters.put("Params", query(invite.customParameters()));
        }
        return call(invite.callSid())
                .put("sdp", invite.sdp())
                .put("reconnect", invite.reconnectToken())
                .set("parameters", parameters);
    }

    /// The SDK decodes values (and reads `+` as a blank) but not keys.
    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static ObjectNode userMessage(ServerMessage.UserMessage user) {
        return call(user.callSid())
                .put("content", user.content())
                .put("contenttype", user.contentType())
                .put("messagetype", user.messageType())
                .put("voiceeventsid", user.voiceEventSid());
    }

    private static ObjectNode withSdp(ObjectNode payload, Optional<String> sdp) {
        sdp.ifPresent(text -> payload.put("sdp", text));
        return payload;
    }

    private static ObjectNode withError(ObjectNode payload, Optional<SignalError> error) {
        error.ifPresent(e -> payload.set("error", node().put("code", e.code()).put("message", e.message())));
        return payload;
    }

    private static ObjectNode call(String callSid) {
        return node().put("callsid", callSid);
    }

    private static ObjectNode node() {
        return JSON.createObjectNode();
    }
}
