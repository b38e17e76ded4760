package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.product.Product;
import org.patchbay.systemtests.product.Team;

class SignInTest {

    /// More than anybody gets for free (SignInThrottle).
    private static final int GUESSES = 12;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final URI desk = Product.shared().desk();
    private final Team team = Team.make(desk, "Hugo Bennett");

    @Test
    void aWrongPasswordIsRefusedInWordsAndTheRightOneThenWorks() {
        Page page = browsers.somebody(desk);
        page.navigate("/sign-in");

        Entrance.tryToSignIn(page, team.account().email(), "not the password");
        assertThat(page.getByText("Address and password do not fit together.")).isVisible();
        assertThat(Entrance.field(page, "E-mail address")).hasValue(team.account().email());

        Entrance.signIn(page, team.account());
    }

    @Test
    void whoGuessesOnIsToldToWait() {
        Page page = browsers.somebody(desk);
        page.navigate("/sign-in");
        Locator refused = page.getByText("Address and password do not fit together.");
        Locator wait = page.getByText("That was tried too often.");

        for (int guess = 0; guess < GUESSES && !wait.isVisible(); guess++) {
            page.waitForResponse("**/api/session", () -> Entrance.tryToSignIn(page, team.account().email(), "a guess"));
            assertThat(refused.or(wait).first()).isVisible();
        }

        assertThat(wait).isVisible();
    }

    @Test
    void aPageThatNeedsASessionComesBackAfterSigningIn() {
        Page page = browsers.somebody(desk);
        page.navigate("/settings/audit-log");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/sign-in\\?next=.*"));

        Entrance.tryToSignIn(page, team.account().email(), team.account().password());

        assertThat(page).hasURL(desk + "/settings/audit-log");
    }
}
