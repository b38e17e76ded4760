package org.patchbay.systemtests.twilio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.product.Team.Account;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;

/// From sign-up to phones that work, by somebody who has never been here.
class NewAdminTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Installation installation = Installation.shared();
    private final TwilioLogin login = installation.account(3);

    @AfterEach
    void withoutDelay() {
        installation.twilio().latency(Duration.ZERO);
    }

    @Test
    void twoFieldsAndAButtonMakeSixStepsGreenAndHomeSaysSo() {
        Page page = newAdmin(installation);
        TwilioScreen screen = TwilioScreen.found(page);

        assertThat(page.getByText("Patchbay sets up this account of the simulator"))
                .isVisible();
        screen.paste(login);

        everyStepIsDone(screen);
        assertThat(screen.heading("3 numbers are connected")).isVisible();
        assertThat(page.getByText("3 connected").first()).isVisible();
        goHome(page);
        assertThat(page.getByText("Phones connected")).isVisible();
        assertThat(page.getByText("3 practice numbers.")).isVisible();
    }

    @Test
    void practicePhonesComeWithOneButton() {
        try (Installation beside = Installation.withPracticePhones()) {
            Page page = newAdmin(beside);
            TwilioScreen screen = TwilioScreen.found(page);

            Entrance.button(page, "Use practice phones").click();

            everyStepIsDone(screen);
            assertThat(screen.page().getByRole(AriaRole.ROW).filter(named("Front desk")))
                    .isVisible();
            goHome(page);
            assertThat(page.getByText("Phones connected")).isVisible();
        }
    }

    @Test
    void aReloadInTheMiddleShowsTheSameRunGoingOn() {
        Page page = newAdmin(installation);
        TwilioScreen screen = TwilioScreen.opened(page);
        installation.twilio().latency(Duration.ofMillis(400));

        screen.paste(login);
        assertThat(screen.steps("Done").first()).isVisible();
        page.reload();

        assertThat(screen.heading("Connecting your 3 numbers")).isVisible();
        assertThat(screen.steps("Now")).hasCount(1);
        installation.twilio().latency(Duration.ZERO);
        everyStepIsDone(screen);
        assertThat(keysMade()).isOne();
    }

    @Test
    void halfPastedCredentialsAreRefusedAtTheirFieldBeforeTwilioIsAsked() {
        Page page = newAdmin(installation);
        TwilioScreen screen = TwilioScreen.opened(page);

        screen.paste(login.token(), login.token().substring(1));

        assertThat(Entrance.field(page, "Account SID"))
                .hasAccessibleErrorMessage("This looks like the Auth Token. The Account SID begins with AC.");
        assertThat(Entrance.field(page, "Auth Token"))
                .hasAccessibleErrorMessage("The Auth Token has 32 characters and yours has 31. Copy it again.");
        assertThat(installation.twilio().asked())
                .noneMatch(request -> request.path().contains(login.token()));
    }

    @Test
    void aWrongTokenIsRefusedAtItsFieldAndNothingOfItStaysInThePage() {
        Page page = newAdmin(installation);
        TwilioScreen screen = TwilioScreen.opened(page);
        String wrong = Installation.hex();

        screen.paste(login.sid(), wrong);
        assertThat(Entrance.field(page, "Auth Token"))
                .hasAccessibleErrorMessage(Pattern.compile("Twilio does not accept .*"));
        assertThat(page.content()).doesNotContain(wrong);

        screen.paste(login);
        everyStepIsDone(screen);
        assertThat(page.content()).doesNotContain(login.token());
        assertThat(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
                .asString()
                .doesNotContain(login.token());
    }

    private Page newAdmin(Installation where) {
        Page page = browsers.somebody(where.desk());
        Account owner = Account.of("Hugo Bennett");
        Entrance.makeWorkspace(page, owner, "Quillmere " + owner.email().substring(0, 12));
        return page;
    }

    private static void everyStepIsDone(TwilioScreen screen) {
        assertThat(screen.steps("Done"))
                .hasText(TwilioScreen.STEPS.stream()
                        .map(step -> Pattern.compile("^" + Pattern.quote(step)))
                        .toArray(Pattern[]::new));
    }

    private static void goHome(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Home"))
                .first()
                .click();
    }

    private static com.microsoft.playwright.Locator.FilterOptions named(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    private int keysMade() {
        return installation.byHand(login).keys().list().size();
    }
}
