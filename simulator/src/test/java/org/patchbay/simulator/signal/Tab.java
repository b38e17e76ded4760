package org.patchbay.simulator.signal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser tab's socket for tests: what the gateway sends waits here to be looked at.
final class Tab implements SignalSocket {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Deque<String> frames = new ArrayDeque<>();
    private final VoiceGateway.Connection connection;

    Tab(VoiceGateway gateway) {
        connection = gateway.connect(this);
    }

    @Override
    public void send(String frame) {
        frames.add(frame);
    }

    @Override
    public void close() {}

    void say(String type, Map<String, ?> payload) {
        connection.receive(JSON.writeValueAsString(Map.of("type", type, "version", "1.6", "payload", payload)));
    }

    void listen(String token) {
        say("listen", Map.of("token", token, "reconnectTimeout", 0));
    }

    void register() {
        say("register", Map.of("media", Map.of("audio", true)));
    }

    void lose() {
        connection.closed();
    }

    /// The next frame's payload, which must be of this type.
    JsonNode expect(String type) {
        if (frames.isEmpty()) {
            throw new AssertionError("the gateway said nothing instead of " + type);
        }
        JsonNode message = JSON.readTree(frames.removeFirst());
        if (!message.path("type").asString("").equals(type)) {
            throw new AssertionError("expected " + type + " but was " + message);
        }
        return message.path("payload");
    }

    /// The next frame as it is; empty when there is none.
    String raw() {
        return frames.isEmpty() ? "" : frames.removeFirst();
    }

    boolean heardNothing() {
        return frames.isEmpty();
    }
}
