package org.patchbay.systemtests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All that a page was told by the server: answers of the API, and what came over its sockets.
public final class Received {

    private static final int NO_CONTENT = 204;

    private final List<Response> answers = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();

    /// Listens from now on. A browser keeps the answers of one document only, so the page must not be loaded
    /// anew before they are [read][#texts()].
    public Received(Page page) {
        page.onResponse(answers::add);
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
    }

    /// Bodies and frames. More may come while a body is fetched from the browser.
    public List<String> texts() {
        List<String> bodies = List.copyOf(answers).stream()
                .filter(Received::reachedThePage)
                .map(Response::text)
                .toList();
        return Stream.concat(bodies.stream(), frames.stream()).toList();
    }

    /// A page that is left cancels what it asked for; that has no body, and nobody saw it.
    private static boolean reachedThePage(Response answer) {
        return answer.url().contains("/api/")
                && answer.status() != NO_CONTENT
                && answer.request().failure() == null;
    }
}
