package org.patchbay.realtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts long lists of members out of an event. A call that rings on a thousand desks names a thousand members: told to
/// each of them in full, it would be forty megabytes.
///
/// What is left of `offeredTo` are four of them, with the reader among them if they are in it, and `offeredToMore`
/// says how many were cut.
final class LongLists {

    static final int MOST = 20;

    /// So many are left of a longer one. Each reader has a frame of their own, which is to be short.
    private static final int LEFT = 4;

    /// No shorter text has a list that is cut: an id has 36 characters, two quotation marks and a comma.
    private static final int SHORTEST = MOST * 39;

    private final JsonMapper json;

    LongLists(JsonMapper json) {
        this.json = json;
    }

    /// A member list of an event's data.
    ///
    /// @param few the first of them, without one for whom the reader makes room
    private record Members(String name, Set<String> all, List<String> few) {

        static Members of(String name, JsonNode list) {
            Set<String> all =
                    list.valueStream().map(JsonNode::stringValue).collect(Collectors.toCollection(LinkedHashSet::new));
            return new Members(name, all, all.stream().limit(LEFT - 1L).toList());
        }

        String to(UUID memberId) {
            String reader = memberId.toString();
            boolean adds = all.contains(reader) && !few.contains(reader);
            Stream<String> last =
                    adds ? Stream.of(reader) : all.stream().skip(LEFT - 1L).limit(1);
            return Stream.concat(few.stream(), last)
                            .collect(Collectors.joining("\",\"", "\"" + name + "\":[\"", "\"],"))
                    + "\"" + name + "More\":" + (all.size() - LEFT);
        }
    }

    /// @param data a JSON object
    /// @param before of the frame, and after, around the data
    Frame cut(String before, String data, String after) {
        Frame whole = Frame.sameForAll(before + data + after);
        JsonNode object = data.length() < SHORTEST ? null : json.readTree(data);
        if (object == null || !object.isObject()) {
            return whole;
        }
        List<Members> lists = object.properties().stream()
                .filter(field -> isLong(field.getValue()))
                .map(field -> Members.of(field.getKey(), field.getValue()))
                .toList();
        if (lists.isEmpty()) {
            return whole;
        }
        String others = object.properties().stream()
                .filter(field -> !isLong(field.getValue()))
                .map(this::written)
                .collect(Collectors.joining(","));
        String start = before + "{" + others + (others.isEmpty() ? "" : ",");
        return memberId ->
                start + lists.stream().map(list -> list.to(memberId)).collect(Collectors.joining(",")) + "}" + after;
    }

    private String written(Map.Entry<String, JsonNode> field) {
        return json.writeValueAsString(field.getKey()) + ":" + json.writeValueAsString(field.getValue());
    }

    private static boolean isLong(@Nullable JsonNode value) {
        return value != null
                && value.isArray()
                && value.size() > MOST
                && value.valueStream().allMatch(LongLists::isId);
    }

    private static boolean isId(JsonNode value) {
        return value.isString()
                && value.stringValue().length() == 36
                && value.stringValue().charAt(8) == '-';
    }
}
