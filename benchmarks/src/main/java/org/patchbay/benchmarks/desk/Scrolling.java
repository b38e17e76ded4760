package org.patchbay.benchmarks.desk;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.patchbay.benchmarks.calls.Report;

/// A history of very many calls, all of which have been loaded by scrolling to their end, under the wheel and under
/// the scrollbar.
final class Scrolling {

    static final double FRAME_TARGET_MS = 50;

    private static final int PIXELS_PER_SECOND = 8_000;

    /// What scrolls: the list's own frame.
    private static final String FRAME = "document.querySelector('main [role=table]').parentElement";

    /// To the end of what is there, until nothing more comes.
    private static final String TO_THE_END = """
            new Promise((done) => {
              const frame = %s;
              const on = () => {
                if (frame.querySelector(':scope > p')) return done(frame.scrollHeight);
                frame.scrollTop = frame.scrollHeight;
                requestAnimationFrame(on);
              };
              on();
            })""".formatted(FRAME);

    /// As somebody does who looks for a day: the thumb is moved to and fro.
    private static final String TO_AND_FRO = """
            (seconds) => new Promise((done) => {
              const frame = %s;
              const height = frame.scrollHeight - frame.clientHeight;
              const begun = performance.now();
              const on = () => {
                const elapsed = (performance.now() - begun) / 1000;
                if (elapsed > seconds) return done();
                frame.scrollTop = (0.5 + 0.45 * Math.sin(elapsed * 1.7)) * height;
                requestAnimationFrame(on);
              };
              on();
            })""".formatted(FRAME);

    private final Watch watch;
    private final int seconds;

    Scrolling(Watch watch, int seconds) {
        this.watch = watch;
        this.seconds = seconds;
    }

    Watch.Seen load() {
        watch.begin();
        watch.page().setDefaultTimeout(600_000);
        Number height = (Number) watch.page().evaluate(TO_THE_END);
        Watch.Seen seen = watch.end();
        Report.say("all loaded after %.0f s, %,d pixels high", seen.seconds(), height.longValue());
        return seen;
    }

    Watch.Seen wheel() {
        Page page = watch.page();
        page.evaluate(FRAME + ".scrollTop = 0");
        watch.begin();
        JsonObject gesture = new JsonObject();
        gesture.addProperty("x", 700);
        gesture.addProperty("y", 500);
        gesture.addProperty("yDistance", -PIXELS_PER_SECOND * seconds);
        gesture.addProperty("speed", PIXELS_PER_SECOND);
        gesture.addProperty("gestureSourceType", "mouse");
        watch.devTools().send("Input.synthesizeScrollGesture", gesture);
        double reached = ((Number) page.evaluate(FRAME + ".scrollTop")).doubleValue();
        if (reached < PIXELS_PER_SECOND * seconds / 2.0) {
            throw new IllegalStateException("the wheel has scrolled " + reached + " pixels only");
        }
        return watch.end();
    }

    Watch.Seen scrollbar() {
        watch.begin();
        watch.page().evaluate(TO_AND_FRO, seconds);
        return watch.end();
    }

    static Map<String, Object> figures(Watch.Seen seen) {
        Map<String, Object> all = new LinkedHashMap<>(seen.figures());
        all.put("met", seen.longestFrame() <= FRAME_TARGET_MS && seen.longestTask() <= DeskBenchmark.TASK_TARGET_MS);
        return all;
    }
}
