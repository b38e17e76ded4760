package org.patchbay.benchmarks.desk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.patchbay.benchmarks.calls.Agent;

/// Somebody in front of their desk, who takes calls there. What the page sees of a call is noted in it (`popup.js`).
record Seat(Page page) {

    private static final double LOOK_MS = 20;

    static Seat taken(Chromium chromium, String desk, Agent agent) {
        Page page = chromium.tab(desk, agent, Chromium.script("popup.js"));
        page.navigate("/");
        Locator wake = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Take calls here").setExact(true));
        wake.click();
        wake.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        return new Seat(page);
    }

    void forget() {
        page.evaluate("popup.forget()");
    }

    /// Presses the card's button, as somebody does with the mouse.
    void answers() {
        page.getByLabel("Calls for you")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer"))
                .click();
    }

    /// Waits until the page has noted that.
    ///
    /// @return when, in epoch milliseconds
    double at(String moment) {
        return ((Number) page.waitForFunction(
                                "moment => popup.at[moment]",
                                moment,
                                new Page.WaitForFunctionOptions().setPollingInterval(LOOK_MS))
                        .jsonValue())
                .doubleValue();
    }
}
