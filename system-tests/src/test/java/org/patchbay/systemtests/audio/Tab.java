package org.patchbay.systemtests.audio;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One tab with Twilio's voice SDK, saying a tone of its own.
public record Tab(Page page) {

    /// Opens the page; nothing is registered yet.
    static Tab open(BrowserContext browser, LiveSimulator simulator, String name) {
        Page page = browser.newPage();
        page.navigate(simulator.pageUrl(name));
        return new Tab(page);
    }

    static Tab registered(BrowserContext browser, LiveSimulator simulator, String identity, int hz) {
        Tab tab = open(browser, simulator, identity);
        tab.register(simulator.token(identity, 3600), hz);
        tab.awaitEvent("device.registered");
        return tab;
    }

    public void register(String token, int hz) {
        page.evaluate("([token, hz]) => register(token, hz)", new Object[] {token, hz});
    }

    /// Calls the TwiML application.
    public void dial(Map<String, String> params) {
        page.evaluate("params => dial(params)", params);
        awaitEvent("call.accept");
    }

    void accept() {
        awaitEvent("device.incoming");
        evaluate("call.accept()");
        awaitEvent("call.accept");
    }

    public Object evaluate(String script) {
        return page.evaluate(script);
    }

    public String callSid() {
        return (String) page.evaluate("call.parameters.CallSid");
    }

    public void awaitEvent(String event) {
        page.waitForFunction("event => events.includes(event)", event);
    }

    /// Waits until all of `present` and nothing of `absent` is heard at the same moment, three times in a
    /// row 100 ms apart.
    public void awaitTones(List<Integer> present, List<Integer> absent) {
        await(present, absent, 3);
    }

    /// As [#awaitTones], for what sounds for a quarter of a second: a busy machine may look at it only once.
    void awaitNote(int present, List<Integer> absent) {
        await(List.of(present), absent, 1);
    }

    private void await(List<Integer> present, List<Integer> absent, int inARow) {
        List<String> conditions = new ArrayList<>();
        present.forEach(hz -> conditions.add("hears(" + hz + ")"));
        absent.forEach(hz -> conditions.add("hearsNothingOf(" + hz + ")"));
        page.evaluate("() => { window.inARow = 0; }");
        page.waitForFunction(
                "() => { window.inARow = (%s) ? window.inARow + 1 : 0; return window.inARow >= %d; }"
                        .formatted(String.join(" && ", conditions), inARow),
                null,
                new Page.WaitForFunctionOptions().setPollingInterval(100));
    }
}
