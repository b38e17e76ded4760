package org.patchbay.systemtests.audio;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.simulator.media.MediaLeg;

/// One tab that calls, saying a tone of its own.
final class Caller implements AutoCloseable {
    private final Exchange exchange;
    private final String name;
    private final Page page;

    private Caller(Exchange exchange, String name, Page page) {
        this.exchange = exchange;
        this.name = name;
        this.page = page;
    }

    /// Opens a tab and calls.
    ///
    /// @param hz the tone, or 0 for the browser's fake microphone, which beeps
    static Caller calling(Chromium chromium, Exchange exchange, String name, int hz) {
        return open(chromium, exchange, name, "call('%s', %d)".formatted(name, hz));
    }

    /// Opens a tab that is called.
    static Caller called(Chromium chromium, Exchange exchange, String name, int hz) {
        return open(chromium, exchange, name, "beCalled('%s', %d)".formatted(name, hz));
    }

    private static Caller open(Chromium chromium, Exchange exchange, String name, String script) {
        BrowserContext context = chromium.browser().newContext();
        Page page = context.newPage();
        page.navigate(exchange.pageUrl());
        page.evaluate(script);
        page.waitForFunction("() => pc.connectionState === 'connected'");
        return new Caller(exchange, name, page);
    }

    MediaLeg leg() {
        return exchange.leg(name);
    }

    Page page() {
        return page;
    }

    /// Waits until all of `present` and nothing of `absent` is heard at the same moment, three times in a
    /// row 100 ms apart.
    void awaitTones(List<Integer> present, List<Integer> absent) {
        List<String> conditions = new ArrayList<>();
        present.forEach(hz -> conditions.add("hears(" + hz + ")"));
        absent.forEach(hz -> conditions.add("hearsNothingOf(" + hz + ")"));
        page.evaluate("() => { window.inARow = 0; }");
        page.waitForFunction(
                "() => { window.inARow = (%s) ? window.inARow + 1 : 0; return window.inARow >= 3; }"
                        .formatted(String.join(" && ", conditions)),
                null,
                new Page.WaitForFunctionOptions().setPollingInterval(100));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
