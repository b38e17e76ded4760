package org.patchbay.systemtests.calls;

import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A desk's end of the realtime socket: keeps every frame (`api/events.md`).
public final class DeskFrames implements WebSocket.Listener {

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();

    /// Opens the socket and waits until it is greeted.
    static DeskFrames of(Program member) {
        DeskFrames desk = new DeskFrames();
        member.socket(desk);
        desk.await("hello", "");
        return desk;
    }

    /// What came of a call, in order.
    List<String> of(String callId) {
        return about(callId).stream()
                .map(frame -> frame.path("type").asString())
                .toList();
    }

    /// The frames about a call, in order.
    List<JsonNode> about(String callId) {
        return frames.stream()
                .filter(frame -> frame.at("/data/id").asString("").equals(callId)
                        || frame.at("/data/callId").asString("").equals(callId))
                .toList();
    }

    /// Waits for a frame of that type about that call, of those that came already or will come.
    ///
    /// @return its data
    JsonNode await(String type, String callId) {
        return Eventually.some(
                        type + " " + callId,
                        () -> frames.stream()
                                .filter(frame -> frame.path("type").asString().equals(type))
                                .filter(frame ->
                                        callId.isEmpty() || frame.toString().contains(callId))
                                .findFirst())
                .path("data");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(JsonMapper.shared().readTree(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }
}
