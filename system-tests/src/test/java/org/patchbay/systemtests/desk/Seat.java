package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.product.Team.Account;

/// The desk's own page with somebody at it, whose microphone is a tone and whose ear can be asked.
///
/// @param hz what they say
record Seat(Page page, int hz) {

    /// Somebody signs in, and takes no calls yet.
    ///
    /// @param hz what they say
    static Seat signedIn(Browsers browsers, URI desk, Account account, int hz) {
        return signedIn(browsers.somebody(desk), account, hz);
    }

    /// @param page where nothing has been loaded yet
    static Seat signedIn(Page page, Account account, int hz) {
        page.context().grantPermissions(List.of("microphone"));
        page.context().addInitScript("const hz = " + hz + ";\n" + sound());
        Entrance.signIn(page, account);
        return new Seat(page, hz);
    }

    /// Another tab of the same browser.
    Seat tab() {
        Page tab = page.context().newPage();
        tab.navigate(page.url());
        return new Seat(tab, hz);
    }

    /// Presses what the strip says, and is available.
    Seat takesCalls() {
        Entrance.button(page, "Take calls here").click();
        return available();
    }

    Seat available() {
        ready();
        assertThat(text("Available").first()).isVisible();
        return this;
    }

    /// Nothing stands in the way of calls any more.
    void ready() {
        for (String verb : List.of("Take calls here", "Use it here", "Try again")) {
            assertThat(Entrance.button(page, verb)).isHidden();
        }
    }

    /// The browser shall have refused the microphone, or allow it: it refuses whatever is not granted, once
    /// anything is.
    void allowsTheMicrophone(boolean allowed) {
        page.context().clearPermissions();
        page.context().grantPermissions(List.of(allowed ? "microphone" : "notifications"));
    }

    /// Its presses are heard; what they are answered never arrives.
    void losesAnswersTo(String path) {
        page.route("**" + path, Route::fetch);
    }

    /// Whatever token the page gets from now on, its signature is not one that Twilio knows.
    void getsForgedTokens() {
        page.route("**/api/voice/token", route -> {
            String body = route.fetch().text().replaceFirst("(\"token\":\"[^\"]*\\.)[^\".]*\"", "$1forged\"");
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("application/json")
                    .setBody(body));
        });
    }

    /// What the gateway of Twilio's SDK says, as long as the page is there.
    List<String> saidByTwilio() {
        List<String> said = new ArrayList<>();
        page.onWebSocket(socket -> {
            if (socket.url().endsWith("/signal")) {
                socket.onFrameReceived(frame -> said.add(frame.text()));
            }
        });
        return said;
    }

    /// Another tab is the phone.
    Locator elsewhere() {
        return text("The phone is in another tab.");
    }

    /// The card of a call that rings.
    Locator offer() {
        return page.getByLabel("Calls for you").getByRole(AriaRole.ARTICLE);
    }

    void answers() {
        offer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer"))
                .click();
    }

    /// The phone at the window's right.
    Locator phone() {
        return page.getByLabel("Phone", new Page.GetByLabelOptions().setExact(true));
    }

    void talks() {
        assertThat(phone().getByText("On a call", exactly())).isVisible();
    }

    void wrapsUp() {
        assertThat(phone().getByText("Wrap-up", exactly())).isVisible();
    }

    Locator note() {
        return phone().getByLabel("Note");
    }

    void writes(String note) {
        note().fill(note);
        assertThat(phone().getByText("Saved", exactly())).isVisible();
    }

    void hangsUp() {
        press("Hang up");
    }

    void press(String button) {
        button(button).click();
    }

    /// A button of the phone; its keys may stand behind its name.
    Locator button(String name) {
        Pattern begins = Pattern.compile("^" + name);
        return phone().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(begins));
    }

    /// Opens the dialpad and calls.
    void dials(String number) {
        page.keyboard().press("Control+d");
        phone().getByLabel("Name or number").fill(number);
        page.keyboard().press("Enter");
    }

    /// Waits until a tone is heard.
    void hears(int tone) {
        page.waitForFunction("tone => hears(tone)", tone);
    }

    void hearsNothingOf(int tone) {
        page.waitForFunction("tone => !hears(tone)", tone);
    }

    Locator text(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static String sound() {
        try (InputStream script = Seat.class.getResourceAsStream("sound.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
