package org.patchbay.systemtests.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page's realtime sockets received, in order (`api/events.md`).
public final class Frames {

    /// They say a number but are not counted themselves.
    private static final Set<String> UNCOUNTED = Set.of("hello", "snapshot", "heartbeat");

    private final List<JsonNode> received = new ArrayList<>();

    /// Listens from now on; to be made before the page opens its first socket.
    public Frames(Page page) {
        page.onWebSocket(socket -> socket.onFrameReceived(
                frame -> received.add(JsonMapper.shared().readTree(frame.text()))));
    }

    public List<JsonNode> hellos() {
        return received.stream().filter(frame -> type(frame).equals("hello")).toList();
    }

    /// The numbers of the counted frames, in the order in which they came.
    public List<Long> numbers() {
        return received.stream()
                .filter(frame -> !UNCOUNTED.contains(type(frame)))
                .map(frame -> frame.get("seq").longValue())
                .toList();
    }

    public List<String> types() {
        return received.stream().map(Frames::type).toList();
    }

    private static String type(JsonNode frame) {
        return frame.get("type").stringValue();
    }
}
