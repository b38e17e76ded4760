package org.patchbay.benchmarks.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.benchmarks.calls.Account;
import org.patchbay.benchmarks.calls.Agent;
import org.patchbay.benchmarks.calls.Bustle;
import org.patchbay.benchmarks.calls.Options;
import org.patchbay.benchmarks.calls.Report;
import org.patchbay.benchmarks.calls.ServerProcess;
import org.patchbay.benchmarks.calls.Stock;
import org.patchbay.database.embedded.EmbeddedCluster;

/// What the desk costs the browser: until a page can be used, while very many events come over its socket, and while a
/// history of very many calls is scrolled.
///
/// The events come of calls that Twilio tells the real server of. One call in ten rings at the desk that is watched,
/// nine at a colleague's.
///
/// `--seconds 10 --loads 5 --slowdown 4 --events 50 --calls 100000 --parts loading,busy,scrolling`; the last line
/// printed is one JSON object.
public final class DeskBenchmark {

    static final double TASK_TARGET_MS = 100;

    private static final List<String> BUSY_PAGES = List.of("/", "/calls", "/live");
    private static final List<String> PARTS = List.of("loading", "busy", "scrolling");
    private static final int RINGING_ELSEWHERE = 9;

    /// A server that has just begun is slow.
    private static final int WARM_UP_SECONDS = 15;

    /// What a page fetches once it is there, it has by then.
    private static final int SETTLING_MS = 4_000;

    private final int seconds;
    private final int loads;
    private final int slowdown;
    private final int events;
    private final int calls;
    private final Set<String> parts;

    private DeskBenchmark(Options options) {
        this.seconds = options.number("--seconds", 10);
        this.loads = options.number("--loads", 5);
        this.slowdown = options.number("--slowdown", 4);
        this.events = options.number("--events", 50);
        this.calls = options.number("--calls", 100_000);
        this.parts = options.some("--parts", PARTS);
    }

    /// @throws IllegalArgumentException naming an option that is not understood
    public static void main(String[] words) throws Exception {
        Options options =
                new Options(words, Set.of("--seconds", "--loads", "--slowdown", "--events", "--calls", "--parts"));
        Report report = new DeskBenchmark(options).run();
        // Last of all: whatever is closed may have something to say.
        report.print();
        System.exit(0);
    }

    private Report run() throws Exception {
        try (ServerProcess server = Workplace.server(Map.of());
                EmbeddedCluster cluster = EmbeddedCluster.attachOrOpen(server.postgres());
                Chromium chromium = Chromium.start()) {
            Stock stock = new Stock(cluster.superuserUrl("patchbay"));
            List<String> team = server.ask("team 1");
            Account account = Account.parse(team.getFirst());
            Agent colleague = Agent.parse(team.get(1));
            Agent agent = stock.enlist(account.workspaceId(), 1).getFirst();
            History.layOut(stock, account.workspaceId(), colleague, calls);
            List<Account> numbers = new ArrayList<>(
                    Collections.nCopies(RINGING_ELSEWHERE, History.numberOf(stock, account, colleague)));
            numbers.add(account);
            String desk = "http://localhost:" + server.port();
            Report report = new Report("desk")
                    .put("slowdown", slowdown)
                    .put("seconds", seconds)
                    .put("loads", loads)
                    .put("calls", calls)
                    .put("interactive_target_ms", Loading.TARGET_MS)
                    .put("task_target_ms", TASK_TARGET_MS)
                    .put("frame_target_ms", Scrolling.FRAME_TARGET_MS);
            if (parts.contains("loading")) {
                report.put("loading", loading(chromium, desk, agent));
            }
            if (parts.contains("busy")) {
                report.put("busy", busy(server, numbers, chromium, desk, agent));
            }
            if (parts.contains("scrolling")) {
                report.put("scrolling", scrolling(server, numbers, chromium, desk, agent));
            }
            return report.put("chromium", chromium.version()).machine(stock.settings());
        }
    }

    private Map<String, Object> loading(Chromium chromium, String desk, Agent agent) {
        Loading loading = new Loading(chromium, desk, agent, slowdown);
        Map<String, Object> all = new LinkedHashMap<>();
        Loading.Route.ALL.forEach(route -> all.put(route.name(), loading.measure(route, loads)));
        return all;
    }

    private Map<String, Object> busy(
            ServerProcess server, List<Account> numbers, Chromium chromium, String desk, Agent agent)
            throws InterruptedException {
        Map<String, Object> all = new LinkedHashMap<>();
        try (Bustle bustle = Bustle.begin(server.port(), numbers, webhooksFor(events))) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS));
            for (String path : BUSY_PAGES) {
                try (Watch watch = Watch.on(chromium, desk, agent, "main h1", 1)) {
                    watch.page().navigate(path);
                    watch.await("watch.paintedAt()");
                    for (int rate : new int[] {1, slowdown}) {
                        watch.slow(rate);
                        watch.page().waitForTimeout(SETTLING_MS);
                        watch.begin();
                        watch.page().waitForTimeout(seconds * 1_000);
                        Watch.Seen seen = watch.end();
                        all.put(path + " at 1/" + rate, busyFigures(seen, path, rate));
                    }
                }
            }
            Report.say("%d webhooks were sent", bustle.sent());
        }
        return all;
    }

    /// Of each call the desk hears that it is over, and of one in ten that it rings; each call is two webhooks.
    private static int webhooksFor(int events) {
        return events * 2 * (RINGING_ELSEWHERE + 1) / (RINGING_ELSEWHERE + 2);
    }

    private Map<String, Object> busyFigures(Watch.Seen seen, String path, int rate) {
        say(path + " with the processor at 1/" + rate, seen);
        Map<String, Object> figures = new LinkedHashMap<>(seen.figures());
        figures.put("met", seen.longestTask() <= TASK_TARGET_MS && seen.events() / seen.seconds() >= 0.95 * events);
        return figures;
    }

    private Map<String, Object> scrolling(
            ServerProcess server, List<Account> numbers, Chromium chromium, String desk, Agent agent)
            throws InterruptedException {
        Map<String, Object> all = new LinkedHashMap<>();
        try (Watch watch = Watch.on(chromium, desk, agent, "main [data-row-focus]", 1)) {
            watch.page().navigate("/calls");
            watch.await("watch.interactive()");
            Scrolling scrolling = new Scrolling(watch, seconds);
            all.put("loading", scrolling.load().figures());
            scroll(scrolling, all, "");
            try (Bustle bustle = Bustle.begin(server.port(), numbers, webhooksFor(events))) {
                watch.page().waitForTimeout(1_000);
                scroll(scrolling, all, " with events");
            }
        }
        return all;
    }

    private static void scroll(Scrolling scrolling, Map<String, Object> all, String how) {
        Watch.Seen wheel = scrolling.wheel();
        say("wheel" + how, wheel);
        all.put("wheel" + how, Scrolling.figures(wheel));
        Watch.Seen scrollbar = scrolling.scrollbar();
        say("scrollbar" + how, scrollbar);
        all.put("scrollbar" + how, Scrolling.figures(scrollbar));
    }

    private static void say(String what, Watch.Seen seen) {
        Report.say(
                "%s: %.0f events a second, longest task %.0f ms, longest frame %.0f ms, main thread busy %.0f %%",
                what, seen.events() / seen.seconds(), seen.longestTask(), seen.longestFrame(), 100 * seen.busy());
    }
}
