package org.patchbay.simulator.api;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/// One page of a list in the envelope of the 2010 API: relative links, no totals. A page token names
/// the last resource of the page before, so that new resources do not shift what follows.
public record Page<T>(
        List<T> items,
        int number,
        int size,
        boolean more,
        @Nullable String lastSid) {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;

    /// Cuts the page that the query asks for (`PageSize`, `Page`, `PageToken`) out of the whole list.
    public static <T> Page<T> cut(Stream<T> all, Params query, Function<T, String> sid) {
        var list = all.toList();
        int size = Math.clamp(wholeNumber(query, "PageSize", DEFAULT_SIZE), 1, LARGEST_SIZE);
        int number = Math.clamp(wholeNumber(query, "Page", 0), 0, Integer.MAX_VALUE / LARGEST_SIZE - 1);
        int start = query.first("PageToken")
                .filter(token -> token.startsWith("PA"))
                .map(token -> after(list, token.substring(2), sid))
                .orElse(number * size);
        int from = Math.min(start, list.size());
        int to = Math.min(from + size, list.size());
        var items = list.subList(from, to);
        return new Page<>(items, number, size, to < list.size(), items.isEmpty() ? null : sid.apply(items.getLast()));
    }

    private static <T> int after(List<T> list, String lastSid, Function<T, String> sid) {
        for (int i = 0; i < list.size(); i++) {
            if (sid.apply(list.get(i)).equals(lastSid)) {
                return i + 1;
            }
        }
        return list.size();
    }

    private static int wholeNumber(Params query, String name, int otherwise) {
        try {
            return query.first(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// The envelope, e.g. with `plural` "calls".
    public Answer answer(RestRequest request, String plural, Function<T, ObjectNode> json) {
        var array = Json.array();
        items.forEach(item -> array.add(json.apply(item)));
        int first = number * size;
        var links = new PageLinks(request.http().path(), request.query(), size);
        var body = Json.object()
                .put("end", items.isEmpty() ? first : first + items.size() - 1)
                .put("first_page_uri", links.page(0, null))
                .put("next_page_uri", more && lastSid != null ? links.page(number + 1, "PA" + lastSid) : null)
                .put("page", number)
                .put("page_size", size)
                .put("previous_page_uri", number == 0 ? null : links.page(number - 1, null))
                .put("start", first)
                .put("uri", links.page(number, null));
        body.set(plural, array);
        return Json.answer(200, body);
    }

    /// The envelope of the v1 APIs: absolute links under `meta`.
    public Answer answerV1(RestRequest request, String host, String plural, Function<T, ObjectNode> json) {
        var array = Json.array();
        items.forEach(item -> array.add(json.apply(item)));
        var links = new PageLinks(host + request.http().path(), request.query(), size);
        var meta = Json.object()
                .put("page", number)
                .put("page_size", size)
                .put("first_page_url", links.page(0, null))
                .put("previous_page_url", number == 0 ? null : links.page(number - 1, null))
                .put("url", links.page(number, null))
                .put("next_page_url", more && lastSid != null ? links.page(number + 1, "PA" + lastSid) : null)
                .put("key", plural);
        var body = Json.object();
        body.set(plural, array);
        body.set("meta", meta);
        return Json.answer(200, body);
    }
}
