package org.patchbay.systemtests.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.systemtests.browser.Axe;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.product.Product;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.product.Team.Account;

class AccessibilityTest {

    /// A page, and a text that is there once it is whole.
    private record View(String path, String text) {}

    private static final List<View> BEFORE_SIGN_IN = List.of(
            new View("/sign-in", "Sign in to Patchbay"),
            new View("/sign-up", "What your team is called."),
            new View("/forgot", "Back to sign-in"),
            new View("/reset#token=0123456789012345678901234567890", "Choose a new password"),
            new View("/invitation#token=0123456789012345678901234567890", "This link was used already"));

    private static final List<View> DESK = List.of(
            new View("/", "Good "),
            new View("/people", "Mara Dunne"),
            new View("/people?invite=true", "Works at the desk."),
            new View("/settings/general", "Opening hours and reports follow this clock."),
            new View("/settings/api-keys", "A program with a key acts"),
            new View("/settings/api-keys?make=true", "The program that will use it"),
            new View("/settings/audit-log", "made the workspace"),
            new View("/profile", "Where you are signed in"),
            new View("/no-such-page", "There is no page at this address."));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final URI desk = Product.shared().desk();

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"LIGHT", "DARK"})
    void noPageHasASeriousViolation(ColorScheme scheme) {
        Team team = Team.make(desk, "Hugo Bennett");
        team.join(desk, Account.of("Mara Dunne"), "agent");
        team.invite(Account.of("Jonah Reyes"), "supervisor");
        Page page = browsers.calm(desk, scheme);
        List<String> violations = new ArrayList<>();

        BEFORE_SIGN_IN.forEach(view -> violations.addAll(violations(page, view)));
        Entrance.signIn(page, team.account());
        DESK.forEach(view -> violations.addAll(violations(page, view)));
        violations.addAll(violationsOf(page, "the palette", "Control+k", "Go to"));
        violations.addAll(violationsOf(page, "the key map", "?", "Single-letter keys"));

        assertThat(violations).isEmpty();
    }

    private static List<String> violations(Page page, View view) {
        page.navigate("about:blank"); // an address that differs in its fragment alone loads nothing
        page.navigate(view.path());
        page.getByText(view.text()).first().waitFor();
        return Axe.violations(page, view.path());
    }

    private static List<String> violationsOf(Page page, String what, String key, String text) {
        page.navigate("/profile");
        page.getByText("Where you are signed in").first().waitFor();
        page.keyboard().press(key);
        page.getByText(text).first().waitFor();
        return Axe.violations(page, what);
    }
}
