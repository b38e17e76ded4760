package org.patchbay.benchmarks.desk;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patchbay.benchmarks.calls.Agent;
import org.patchbay.benchmarks.calls.Report;

/// How long it takes, on a slow processor and with nothing cached, until a page can be used: what it is opened for is
/// painted, and in the second that follows no task holds the main thread for more than 50 ms, so that whatever is
/// pressed is heeded at once. Then a key is pressed, and timed until what it does is painted.
final class Loading {

    static final double TARGET_MS = 2_000;

    /// @param wanted a selector of what the page is opened for
    /// @param focused where the key is pressed, or nowhere in particular
    /// @param key as Playwright calls it
    record Route(
            String name,
            String path,
            String wanted,
            @Nullable String focused,
            String key) {

        static final List<Route> ALL = List.of(
                new Route("sign-in", "/sign-in", "input[type=email]", "input[type=email]", "a"),
                new Route("home", "/", "main h1", null, "Control+k"),
                new Route("calls", "/calls", "main [data-row-focus]", null, "Control+k"));

        boolean isOpen() {
            return path.equals("/sign-in");
        }
    }

    private final Chromium chromium;
    private final String desk;
    private final Agent agent;
    private final int slowdown;

    Loading(Chromium chromium, String desk, Agent agent, int slowdown) {
        this.chromium = chromium;
        this.desk = desk;
        this.agent = agent;
        this.slowdown = slowdown;
    }

    /// @param times the first, which warms the server up, not counted
    Map<String, Object> measure(Route route, int times) {
        List<Double> painted = new ArrayList<>();
        List<Double> interactive = new ArrayList<>();
        List<Double> keys = new ArrayList<>();
        for (int load = 0; load <= times; load++) {
            try (Watch watch = Watch.on(chromium, desk, route.isOpen() ? null : agent, route.wanted(), slowdown)) {
                Object seen = open(watch, route);
                if (load > 0) {
                    painted.add(Watch.number(seen, "paintedAt"));
                    interactive.add(Watch.number(seen, "at"));
                    keys.add(((Number) watch.await("watch.keyMs()")).doubleValue());
                }
            }
        }
        Report.say(
                "%s: painted after %.0f ms, interactive after %.0f ms, a key after %.0f ms",
                route.name(),
                new Figures(painted).median(),
                new Figures(interactive).median(),
                new Figures(keys).median());
        return figures(new Figures(painted), new Figures(interactive), new Figures(keys));
    }

    private static Object open(Watch watch, Route route) {
        Page page = watch.page();
        page.navigate(route.path());
        Object seen = watch.await("watch.interactive()");
        if (route.focused() != null) {
            page.locator(route.focused()).focus();
        }
        page.keyboard().press(route.key());
        return seen;
    }

    private static Map<String, Object> figures(Figures painted, Figures interactive, Figures keys) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("painted_p50_ms", Report.rounded(painted.median()));
        all.put("interactive_p50_ms", Report.rounded(interactive.median()));
        all.put("interactive_longest_ms", Report.rounded(interactive.longest()));
        all.put("key_to_painted_p50_ms", Report.rounded(keys.median()));
        all.put("met", interactive.median() < TARGET_MS);
        return all;
    }
}
