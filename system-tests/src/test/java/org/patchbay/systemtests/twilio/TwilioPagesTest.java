package org.patchbay.systemtests.twilio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.systemtests.browser.Axe;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.twilio.Installation.TwilioLogin;

/// The pages about phones are for everybody: axe finds nothing serious in them, and they work without a mouse.
class TwilioPagesTest {

    /// A page, and a text that is there once it is whole.
    private record View(String path, String text) {}

    private static final List<View> BEFORE = List.of(
            new View("/settings/twilio", "Save and connect"),
            new View("/settings/numbers", "Connect"),
            new View("/settings/diagnostics", "Last run"),
            new View("/messages", "Connect"));

    private static final List<View> AFTER = List.of(
            new View("/settings/twilio", "Changed outside"),
            new View("/settings/twilio?tab=rejected", "Accepted"),
            new View("/settings/twilio?tab=history", "3 differences"),
            new View("/settings/numbers", "3 numbers"),
            new View("/settings/numbers?buy=true", "Area code"),
            new View("/settings/diagnostics", "Last run"),
            new View("/messages", "Is anybody there?"),
            new View("/", "Phones connected"));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Installation installation = Installation.shared();
    private final Team team = Team.make(installation.desk(), "Hugo Bennett");
    private final Customer customer = new Customer(team.owner());
    private final TwilioLogin login = installation.account(3);

    /// The dark ones are looked at where there is colour; all else is the same.
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"LIGHT", "DARK"})
    void noPageHasASeriousViolation(ColorScheme scheme) {
        boolean all = scheme == ColorScheme.LIGHT;
        Page page = browsers.calm(installation.desk(), scheme);
        Entrance.signIn(page, team.account());
        List<String> violations = new ArrayList<>();

        (all ? BEFORE : BEFORE.subList(0, 1)).forEach(view -> violations.addAll(violations(page, view)));
        muchHasHappened();
        (all ? AFTER : AFTER.subList(0, 3)).forEach(view -> violations.addAll(violations(page, view)));
        TwilioScreen screen = TwilioScreen.opened(page);
        screen.choose("Clear set-up…");
        assertThat(screen.dialog("Clear the Twilio set-up?")).isVisible();
        violations.addAll(Axe.violations(page, "the question before clearing"));

        assertThat(violations).isEmpty();
    }

    @Test
    void anAccountIsConnectedAndClearedWithTheKeyboardAlone() {
        Page page = browsers.somebody(installation.desk());
        Entrance.signIn(page, team.account());
        TwilioScreen screen = new TwilioScreen(page);

        page.keyboard().type("gw");
        reach(page, Entrance.field(page, "Account SID"));
        page.keyboard().insertText(login.sid());
        reach(page, Entrance.field(page, "Auth Token"));
        page.keyboard().insertText(login.token());
        page.keyboard().press("Enter");
        screen.everyStepIsDone();

        reach(page, Entrance.button(page, "More about the Twilio account"));
        page.keyboard().press("Enter");
        reach(page, page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Clear set-up…")), "ArrowUp");
        page.keyboard().press("Enter");
        Locator question = screen.dialog("Clear the Twilio set-up?");
        assertThat(TwilioScreen.act(question, "Cancel")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(screen.heading("The Twilio set-up is cleared")).isVisible();
    }

    @Test
    void aNumberIsRenamedWithTheKeyboardAlone() {
        customer.configured(login);
        Page page = browsers.somebody(installation.desk());
        Entrance.signIn(page, team.account());
        TwilioScreen screen = new TwilioScreen(page);
        String phone = customer.numbers().getFirst().get("phoneNumber").asString();

        page.keyboard().press("Control+k");
        page.keyboard().type("numbers");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(installation.desk() + "/settings/numbers");
        reach(page, screen.row(phone).getByRole(AriaRole.BUTTON));
        page.keyboard().press("Enter");
        assertThat(Entrance.field(page, "Name")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("Front desk");
        page.keyboard().press("Enter");

        assertThat(screen.row(phone)).containsText("Front desk");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    /// Presses Tab until it has the focus, as somebody does who has no mouse.
    private static void reach(Page page, Locator wanted) {
        reach(page, wanted, "Tab");
    }

    private static void reach(Page page, Locator wanted, String key) {
        wanted.waitFor();
        for (int stops = 0; stops < 60; stops++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError(key + " never came to " + wanted);
    }

    private void muchHasHappened() {
        customer.configured(login);
        Console console = Console.of(installation, login);
        String number = console.numbers().getFirst().phoneNumber();
        installation.simulator().text(installation.simulator().phone("+14155550123"), number, "Is anybody there?");
        console.typeAddresses(number, URI.create("https://ivr-old.quillmere.example/"));
        customer.verified();
        Eventually.is(
                false,
                () -> customer.api()
                        .call("GET", "/api/messages", Map.of())
                        .path("items")
                        .isEmpty());
    }

    private static List<String> violations(Page page, View view) {
        page.navigate(view.path());
        page.getByText(view.text()).first().waitFor();
        return Axe.violations(page, view.path());
    }
}
