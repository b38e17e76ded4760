package org.patchbay.systemtests.twilio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;

/// Settings → Twilio, as whoever sits before it finds their way: by what is written there.
record TwilioScreen(Page page) {

    /// What setting an account up goes through, in this order.
    static final List<String> STEPS = List.of(
            "Check the Account SID and Auth Token",
            "Store them encrypted",
            "API key for browser calls",
            "TwiML app",
            "Numbers",
            "Verify, then test from outside");

    /// Straight to it, for whoever is signed in.
    static TwilioScreen opened(Page page) {
        page.navigate("/settings/twilio");
        return new TwilioScreen(page);
    }

    /// By the sidebar.
    static TwilioScreen found(Page page) {
        page.getByLabel("Sidebar")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Settings"))
                .click();
        TwilioScreen screen = new TwilioScreen(page);
        screen.besides("Twilio").click();
        return screen;
    }

    /// A link to a page of the settings.
    Locator besides(String page) {
        return this.page
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Settings"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(page));
    }

    void paste(String accountSid, String authToken) {
        Entrance.field(page, "Account SID").fill(accountSid);
        Entrance.field(page, "Auth Token").fill(authToken);
        Entrance.button(page, "Save and connect").click();
    }

    void paste(TwilioLogin login) {
        paste(login.sid(), login.token());
    }

    /// @param state the word for those who do not see the jack: `Done`, `Now`, `Later`, `Failed`
    Locator steps(String state) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("What is done"))
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.IMG,
                                new Page.GetByRoleOptions().setName(state).setExact(true))));
    }

    /// Waits until each of the six steps is green.
    void everyStepIsDone() {
        assertThat(steps("Done"))
                .hasText(STEPS.stream().map(step -> Pattern.compile("^" + step)).toArray(Pattern[]::new));
    }

    Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /// The row of a number.
    ///
    /// @param phoneNumber in E.164, of the United States
    Locator row(String phoneNumber) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(written(phoneNumber)));
    }

    static Locator act(Locator row, String name) {
        return row.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /// An entry of the menu of what is seldom done.
    void choose(String entry) {
        Entrance.button(page, "More about the Twilio account").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry))
                .click();
    }

    Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    /// `+14155550117` as the desk writes it: `+1 415 555 0117`.
    static String written(String phoneNumber) {
        return phoneNumber.replaceFirst("\\+1(\\d{3})(\\d{3})(\\d{4})", "+1 $1 $2 $3");
    }
}
