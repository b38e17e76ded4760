package org.patchbay.systemtests.twilio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;

/// Taking the set-up back, on screen; and deliveries that nobody can prove.
class ClearOnScreenTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Installation installation = Installation.shared();
    private final Team team = Team.make(installation.desk(), "Hugo Bennett");
    private final Customer customer = new Customer(team.owner());
    private final TwilioLogin login = installation.account(2);
    private final Console console = Console.of(installation, login);

    @Test
    void clearSaysWhatGoesGivesAllOfItBackAndConnectingAgainMakesTheSame() {
        UUID workspace = customer.workspaceId();
        console.typeAddresses(console.numbers().getFirst().phoneNumber(), URI.create("https://before.example/"));
        List<TwilioNumber> before = console.numbers();
        customer.configured(login);
        List<String> first = console.withoutSids(workspace);
        TwilioScreen screen = signedIn();

        screen.choose("Clear set-up…");
        Locator question = screen.dialog("Clear the Twilio set-up?");
        assertThat(question.getByRole(AriaRole.LISTITEM)).containsText(new String[] {
            "the TwiML app AP",
            "one API key, SK",
            "the addresses of 2 numbers, which get back what they had",
            "the Account SID and Auth Token kept here"
        });
        assertThat(question).containsText("Calls and texts stay");
        TwilioScreen.act(question, "Clear set-up").click();

        assertThat(screen.heading("The Twilio set-up is cleared")).isVisible();
        assertThat(screen.page().getByText("Every number has what it had before."))
                .isVisible();
        assertThat(console.numbers()).isEqualTo(before);
        assertThat(console.account().keys().list()).isEmpty();
        screen.paste(login);
        screen.everyStepIsDone();
        assertThat(console.withoutSids(workspace)).isEqualTo(first);
    }

    @Test
    void whoCancelsKeepsEverything() {
        customer.configured(login);
        List<String> before = console.withoutSids(customer.workspaceId());
        TwilioScreen screen = signedIn();

        screen.choose("Clear set-up…");
        TwilioScreen.act(screen.dialog("Clear the Twilio set-up?"), "Cancel").click();

        assertThat(screen.dialog("Clear the Twilio set-up?")).isHidden();
        assertThat(screen.heading("Everything is connected")).isVisible();
        assertThat(console.withoutSids(customer.workspaceId())).isEqualTo(before);
    }

    @Test
    void aClearThatTwilioNoLongerLetsInSaysWhatIsLeftThere() {
        customer.configured(login);
        String number = console.numbers().getFirst().phoneNumber();
        installation.simulator().rotateToken(login.sid());
        TwilioScreen screen = signedIn();

        screen.choose("Clear set-up…");
        TwilioScreen.act(screen.dialog("Clear the Twilio set-up?"), "Clear set-up")
                .click();

        assertThat(screen.heading("The Twilio set-up is cleared")).isVisible();
        assertThat(screen.page().getByText("This is left there, for you to remove in Twilio's console"))
                .isVisible();
        assertThat(screen.page().getByText(TwilioScreen.written(number) + " still has this desk's addresses"))
                .isVisible();
    }

    @Test
    void aDeliveryWithATokenThatIsNotOursIsShownWithItsReasonAndWhatToDo() {
        customer.configured(login);
        String number = console.numbers().getFirst().phoneNumber();
        installation.simulator().rotateToken(login.sid());
        installation.simulator().text(installation.simulator().phone("+14155550123"), number, "Hello?");
        Eventually.is(true, this::wasRefused);
        TwilioScreen screen = signedIn();

        screen.page().getByText("Rejected deliveries").click();

        Locator line = screen.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHasText("Signed with an Auth Token that is not this account's."));
        assertThat(line).containsText("enter the new one with “Replace Auth Token”");
    }

    private boolean wasRefused() {
        return !customer.api()
                .call("GET", "/api/twilio/deliveries", Map.of())
                .path("rejected")
                .isEmpty();
    }

    private TwilioScreen signedIn() {
        Page page = browsers.somebody(installation.desk());
        Entrance.signIn(page, team.account());
        return TwilioScreen.opened(page);
    }
}
