package org.patchbay.benchmarks.desk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.patchbay.benchmarks.calls.Agent;
import org.patchbay.benchmarks.calls.Report;

/// A page whose main thread is watched (`watch.js`), on a processor that may be made slower.
///
/// Sources:
/// [Emulation.setCPUThrottlingRate](https://chromedevtools.github.io/devtools-protocol/tot/Emulation/#method-setCPUThrottlingRate),
/// [Long tasks](https://w3c.github.io/longtasks/), [Long animation
/// frames](https://w3c.github.io/long-animation-frames/).
final class Watch implements AutoCloseable {

    private static final double LOOK_MS = 100;

    private final Page page;
    private final CDPSession devTools;
    private double workedBefore;

    private Watch(Page page, CDPSession devTools) {
        this.page = page;
        this.devTools = devTools;
    }

    /// What a page did for a while.
    ///
    /// @param events that came over the socket
    /// @param longestTask in milliseconds; 0 where none took 50 ms
    /// @param longestFrame from the begin of the work for a frame to its end, in milliseconds; 0 likewise
    /// @param busy the share of the time in which the main thread had the processor, from 0 to 1
    /// @param gap99 between two frames, in milliseconds, at the 99th percentile: the machine's doing as well
    record Seen(
            double seconds,
            double events,
            double longestTask,
            int longTasks,
            double longestFrame,
            int longFrames,
            double busy,
            double gap99) {

        Map<String, Object> figures() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("events_per_second", Report.rounded(events / seconds));
            all.put("longest_task_ms", Report.rounded(longestTask));
            all.put("tasks_over_50_ms", longTasks);
            all.put("longest_frame_ms", Report.rounded(longestFrame));
            all.put("frames_over_50_ms", longFrames);
            all.put("main_thread_busy", Report.rounded(busy));
            all.put("between_frames_p99_ms", Report.rounded(gap99));
            return all;
        }
    }

    /// @param wanted a selector of what the page is opened for
    /// @param slowdown 1 for none
    static Watch on(Chromium chromium, String desk, @Nullable Agent somebody, String wanted, int slowdown) {
        Page page = chromium.tab(
                desk, somebody, "const wanted = '" + wanted.replace("'", "\\'") + "';", Chromium.script("watch.js"));
        Watch watch = new Watch(page, page.context().newCDPSession(page));
        watch.slow(slowdown);
        JsonObject threadTicks = new JsonObject();
        threadTicks.addProperty("timeDomain", "threadTicks");
        watch.devTools.send("Performance.enable", threadTicks);
        return watch;
    }

    void slow(int slowdown) {
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", slowdown);
        devTools.send("Emulation.setCPUThrottlingRate", rate);
    }

    Page page() {
        return page;
    }

    CDPSession devTools() {
        return devTools;
    }

    void begin() {
        workedBefore = worked();
        page.evaluate("watch.begin()");
    }

    /// For how many seconds the main thread has had the processor, whatever else the machine did meanwhile.
    private double worked() {
        for (JsonElement metric : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("Chromium does not say how long the main thread has worked");
    }

    @SuppressWarnings("unchecked") // as watch.js has it
    Seen end() {
        Map<String, Object> seen = (Map<String, Object>) page.evaluate("watch.end()");
        List<Double> gaps = ((List<Number>) Objects.requireNonNull(seen.get("gaps")))
                .stream().map(Number::doubleValue).toList();
        return new Seen(
                number(seen, "seconds"),
                number(seen, "events"),
                number(seen, "longestTask"),
                (int) number(seen, "longTasks"),
                number(seen, "longestFrame"),
                (int) number(seen, "longFrames"),
                (worked() - workedBefore) / number(seen, "seconds"),
                new Figures(gaps).at(0.99));
    }

    /// Waits for what a function of the page answers once it is not null.
    Object await(String function) {
        return page.waitForFunction(
                        "() => " + function, null, new Page.WaitForFunctionOptions().setPollingInterval(LOOK_MS))
                .jsonValue();
    }

    static double number(Object seen, String name) {
        return ((Number) Objects.requireNonNull(((Map<?, ?>) seen).get(name), name)).doubleValue();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
