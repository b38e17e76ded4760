package org.patchbay.systemtests.twilio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.browser.Frames;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.product.Team.Account;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;

/// What is changed in Twilio's console, past Patchbay, on the page of somebody who has it open.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftOnScreenTest {

    private static final URI THEIRS = URI.create("https://ivr-old.quillmere.example/");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Installation installation;
    private Team team;
    private TwilioLogin login;
    private Console console;
    private TwilioNumber number;

    @BeforeAll
    void start() {
        installation = Installation.start(Installation.WATCHFUL);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    @BeforeEach
    void connect() {
        team = Team.make(installation.desk(), "Hugo Bennett");
        login = installation.account(3);
        console = Console.of(installation, login);
        new Customer(team.owner()).configured(login);
        number = console.numbers().getFirst();
    }

    @Test
    void aChangeIsSeenByItselfAndOneClickMendsIt() {
        TwilioScreen screen = connected(team.account());
        Page page = screen.page();
        page.evaluate("window.sameDocument = true");

        console.typeAddresses(number.phoneNumber(), THEIRS);

        assertThat(screen.heading("Something needs you")).isVisible();
        assertThat(page.getByText("1 number is not as it should be.")).isVisible();
        assertThat(screen.row(number.phoneNumber())).containsText("Changed outside");
        assertThat(screen.row(number.phoneNumber())).containsText(THEIRS + "voice.xml");
        Entrance.button(page, "Repair 1 number").click();
        assertThat(screen.heading("Everything is connected")).isVisible();
        assertThat(screen.row(number.phoneNumber())).not().containsText("Changed outside");
        assertThat(page.evaluate("window.sameDocument"))
                .as("the page was not reloaded")
                .isEqualTo(true);
        assertThat(console.answering(number.phoneNumber())).isEqualTo(Console.answering(number));
    }

    @Test
    void aChangeIsSaidOnEveryPageAndWhatWasFoundStaysInTheHistory() {
        Page page = connected(team.account()).page();
        page.navigate("/people");
        assertThat(page.getByText(team.account().email())).isVisible();

        console.typeAddresses(number.phoneNumber(), THEIRS);

        Locator strip = page.getByTestId("drift-strip");
        assertThat(strip).containsText("The Twilio set-up needs you. 1 number is to be looked at.");
        strip.getByRole(AriaRole.LINK).click();
        page.getByText("History", exactly()).click();
        assertThat(page.getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("3 differences"))
                        .first())
                .containsText(TwilioScreen.written(number.phoneNumber()) + ": text address");
    }

    @Test
    void aNumberThatAnotherToolTookIsTakenBackOrLeftToIt() {
        TwilioNumber second = console.numbers().get(1);
        TwilioScreen screen = connected(team.account());

        String app = console.giveToAnotherTool(number.phoneNumber());
        console.giveToAnotherTool(second.phoneNumber());

        Locator theirs = screen.row(number.phoneNumber());
        assertThat(theirs).containsText("TwiML app " + app.substring(0, 4));
        assertThat(screen.row(second.phoneNumber())).containsText("Changed outside");
        TwilioScreen.act(theirs, "Keep theirs and stop watching").click();
        assertThat(theirs).containsText("Left to others");
        TwilioScreen.act(screen.row(second.phoneNumber()), "Repair").click();
        assertThat(screen.heading("Everything is connected")).isVisible();
        assertThat(console.answering(second.phoneNumber())).isEqualTo(Console.answering(second));
        assertThat(console.number(number.phoneNumber()).wiring().voiceApplicationSid())
                .isEqualTo(app);
    }

    @Test
    void aNumberThatAnotherToolHasIsTakenOnlyAfterAQuestion() {
        Page page = browsers.somebody(installation.desk());
        Frames frames = new Frames(page);
        TwilioScreen screen = connected(page, team.account());

        String bought = installation.buy(login);
        String app = console.giveToAnotherTool(bought);

        Locator row = screen.row(bought);
        assertThat(row).containsText("Another tool uses this number, so it is left as it is");
        page.waitForCondition(
                () -> frames.types().stream().filter("numbers.changed"::equals).count()
                        >= 2); // that it came, and that it asks
        assertThat(console.number(bought).wiring().voiceApplicationSid()).isEqualTo(app);
        TwilioScreen.act(row, "Take over…").click();
        Locator question = screen.dialog("Take over " + TwilioScreen.written(bought) + "?");
        assertThat(question).containsText("Calls and texts to it no longer reach the tool that uses it now");
        TwilioScreen.act(question, "Take over " + TwilioScreen.written(bought)).click();
        assertThat(row).containsText("Connected");
        assertThat(console.number(bought).wiring().voiceApplicationSid())
                .isEqualTo(number.wiring().voiceApplicationSid());
    }

    @Test
    void numbersBoughtAndReleasedElsewhereComeAndGoByThemselves() {
        TwilioScreen screen = connected(team.account());

        String bought = installation.buy(login);
        assertThat(screen.row(bought)).containsText("Waiting");
        TwilioScreen.act(screen.row(bought), "Connect").click();
        assertThat(screen.row(bought).getByText("Connected")).hasCount(3);

        console.release(bought);
        assertThat(screen.row(bought)).isHidden();
        assertThat(screen.heading("Everything is connected")).isVisible();
    }

    @Test
    void aSupervisorSeesItAndMayNotMendIt() {
        Account mara = Account.of("Mara Dunne");
        team.join(installation.desk(), mara, "supervisor");
        TwilioScreen screen = connected(mara);

        console.typeAddresses(number.phoneNumber(), THEIRS);

        assertThat(screen.row(number.phoneNumber())).containsText("Changed outside");
        assertThat(screen.page()
                        .getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(Pattern.compile("Repair|Keep theirs|More about"))))
                .hasCount(0);
        assertThat(Entrance.button(screen.page(), "Verify now")).isEnabled();
    }

    @Test
    void anAgentSeesTheNumbersAndNothingOfTheAccount() {
        Account jonah = Account.of("Jonah Reyes");
        team.join(installation.desk(), jonah, "agent");
        Page page = browsers.somebody(installation.desk());
        Entrance.signIn(page, jonah);

        page.navigate("/settings/numbers");
        TwilioScreen screen = new TwilioScreen(page);
        assertThat(screen.row(number.phoneNumber())).isVisible();
        assertThat(Entrance.button(page, "Buy")).hasCount(0);
        assertThat(screen.besides("Numbers")).isVisible();
        assertThat(screen.besides("Twilio")).hasCount(0);
        assertThat(screen.besides("Diagnostics")).hasCount(0);
        page.navigate("/settings/twilio");
        assertThat(page.getByText("Your role does not allow this.")).isVisible();
        assertThat(page.content()).doesNotContain(login.sid());
    }

    private TwilioScreen connected(Account somebody) {
        return connected(browsers.somebody(installation.desk()), somebody);
    }

    private static TwilioScreen connected(Page page, Account somebody) {
        Entrance.signIn(page, somebody);
        TwilioScreen screen = TwilioScreen.opened(page);
        assertThat(screen.heading("Everything is connected")).isVisible();
        return screen;
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
