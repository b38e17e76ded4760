package org.patchbay.realtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Role;
import org.patchbay.workspaces.Presence;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes the frames of `api/events.md`, and reads the client's only one.
@Component
class Frames {

    /// How long a desk hears nothing before it is told that we are there.
    static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final int LONGEST_FROM_CLIENT = 200;

    private final JsonMapper json;
    private final LongLists lists;
    private final Clock clock;

    Frames(JsonMapper json, Clock clock) {
        this.json = json;
        this.lists = new LongLists(json);
        this.clock = clock;
    }

    LiveEvent live(NumberedEvent event) {
        return new LiveEvent(
                event.seq(),
                event.audience(),
                // The data is JSON already, as PostgreSQL wrote it.
                lists.cut(
                        "{\"seq\":" + event.seq() + ",\"type\":" + json.writeValueAsString(event.type()) + ",\"at\":\""
                                + event.at() + "\",\"data\":",
                        event.data(),
                        "}"),
                "{\"seq\":" + event.seq() + ",\"type\":\"skip\"}",
                change(event));
    }

    private @Nullable MemberChange change(NumberedEvent event) {
        return switch (event.type()) {
            case "member.updated" -> {
                JsonNode member = json.readTree(event.data());
                yield new MemberChange.RoleIs(
                        UUID.fromString(member.get("id").asString()),
                        Role.of(member.get("role").asString()));
            }
            case "member.removed" ->
                new MemberChange.Removed(UUID.fromString(
                        json.readTree(event.data()).get("memberId").asString()));
            default -> null;
        };
    }

    String hello(long seq, boolean resumed) {
        return frame(seq, "hello", Map.of("heartbeatSeconds", HEARTBEAT.toSeconds(), "resumed", resumed));
    }

    String snapshot(long seq, List<Presence> presence) {
        return frame(seq, "snapshot", Map.of("presence", presence));
    }

    String heartbeat(long seq) {
        return frame(seq, "heartbeat", null);
    }

    boolean isPing(String text) {
        if (text.length() > LONGEST_FROM_CLIENT) {
            return false;
        }
        try {
            JsonNode frame = json.readTree(text);
            return frame.isObject()
                    && frame.size() == 1
                    && "ping".equals(frame.path("type").asString(""));
        } catch (RuntimeException notJson) {
            return false;
        }
    }

    private String frame(long seq, String type, @Nullable Object data) {
        Instant now = clock.instant();
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("seq", seq);
        frame.put("type", type);
        frame.put("at", now);
        if (data != null) {
            frame.put("data", data);
        }
        return json.writeValueAsString(frame);
    }
}
