package org.patchbay.systemtests.twilio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.browser.Received;
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

        assertThat(page.getByText("Patchbay makes one API key and one TwiML app in this account of the simulator"
                        + " and points every number at this desk."))
                .isVisible();
        screen.paste(login);

        screen.everyStepIsDone();
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

            assertThat(page.getByText("Patchbay makes an account with practice numbers in the simulator"))
                    .isVisible();
            Entrance.button(page, "Use practice phones").click();

            screen.everyStepIsDone();
            assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Front desk")))
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
        screen.everyStepIsDone();
        assertThat(Console.of(installation, login).account().keys().list()).hasSize(1);
    }

    @Test
    void halfPastedCredentialsAreRefusedAtTheirFieldBeforeAnybodyIsAsked() {
        Page page = newAdmin(installation);
        TwilioScreen screen = TwilioScreen.opened(page);
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.method().equals("GET")) {
                sent.add(request.url());
            }
        });

        screen.paste(login.token(), login.token().substring(1));

        assertThat(Entrance.field(page, "Account SID"))
                .hasAccessibleDescription(
                        Pattern.compile("This looks like the Auth Token\\. The Account SID begins with AC\\."));
        assertThat(Entrance.field(page, "Account SID")).isFocused();
        assertThat(Entrance.field(page, "Auth Token"))
                .hasAccessibleDescription(
                        Pattern.compile("The Auth Token has 32 characters and yours has 31\\. Copy it again\\."));
        assertThat(sent).isEmpty();
    }

    @Test
    void wrongCredentialsAreRefusedWithWhatToDoAndTheRightOnesThenWork() {
        Page page = newAdmin(installation);
        TwilioScreen screen = TwilioScreen.opened(page);

        screen.paste(login.sid(), Installation.hex());

        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Copy Account SID and Auth Token from the Twilio console once more");
        assertThat(Entrance.field(page, "Account SID")).hasValue(login.sid());
        screen.paste(login);
        screen.everyStepIsDone();
    }

    @Test
    void theTokenIsNowhereInThePageNorInAnythingThatTheServerSays() {
        Page page = newAdmin(installation);
        Received received = new Received(page);
        TwilioScreen screen = TwilioScreen.found(page);

        screen.paste(login);
        screen.everyStepIsDone();
        screen.besides("Numbers").click();
        assertThat(screen.heading("3 numbers")).isVisible();
        screen.besides("Diagnostics").click();
        assertThat(page.getByText("Last run")).isVisible();
        screen.besides("Audit log").click();
        assertThat(page.getByText("made the workspace")).isVisible();
        screen.besides("Twilio").click();
        assertThat(screen.heading("Everything is connected")).isVisible();

        assertThat(received.texts()).isNotEmpty().noneMatch(text -> text.contains(login.token()));
        assertThat(page.content()).contains(login.sid()).doesNotContain(login.token());
        assertThat(String.valueOf(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")))
                .doesNotContain(login.token());
    }

    private Page newAdmin(Installation where) {
        Page page = browsers.somebody(where.desk());
        Account owner = Account.of("Hugo Bennett");
        Entrance.makeWorkspace(page, owner, "Quillmere " + owner.email().substring(0, 12));
        return page;
    }

    private static void goHome(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Home"))
                .first()
                .click();
    }
}
