package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Axe;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.product.Team.Account;

/// The states of the phone and the pages of calls, as assistive technology meets them.
@NeedsChromium
class DeskCallAccessibilityTest {

    private static final String PHONE = "[aria-label='Phone']";
    private static final String OFFERS = "[aria-label='Calls for you']";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final List<String> violations = new ArrayList<>();

    private Office office;
    private Seat sofie;

    @BeforeEach
    void open() {
        office = Office.open(browsers);
        Account sofies = office.practice().colleague("Sofie Lund");
        sofie = Seat.signedIn(browsers.calm(Office.desk(), ColorScheme.LIGHT), sofies, Office.SOFIES)
                .takesCalls();
    }

    @Test
    void noStateOfThePhoneHasASeriousViolation() {
        sofie.page().keyboard().press("Control+d");
        lookAt(sofie.phone(), PHONE, "the dialpad");
        sofie.page().keyboard().press("Escape");
        office.rings();
        lookAt(sofie.offer(), OFFERS, "an offer");
        sofie.answers();
        sofie.talks();
        lookAt(sofie.phone(), PHONE, "in a call");
        sofie.press("Keypad");
        lookAt(sofie.button("5"), PHONE, "the keypad");
        sofie.hangsUp();
        sofie.wrapsUp();
        lookAt(sofie.phone(), PHONE, "wrap-up");

        assertThat(violations).isEmpty();
    }

    @Test
    void noPageAboutCallsHasASeriousViolation() {
        office.rings();
        sofie.answers();
        sofie.talks();
        sofie.page().onDialog(Dialog::accept); // "Leave site?"
        String call = "/calls/" + office.practice().onlyCall();

        for (String there : List.of("/calls", call, "/contacts", "/live")) {
            sofie.page().navigate(there);
            Locator heading = sofie.page().locator("main").getByRole(AriaRole.HEADING);
            lookAt(heading.first(), "main", there);
        }

        assertThat(violations).isEmpty();
    }

    /// Looks at a part of the page in light and dark, once something is there.
    private void lookAt(Locator there, String part, String what) {
        assertThat(there).isVisible();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            sofie.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            violations.addAll(Axe.violations(sofie.page(), part, what + ", " + scheme));
        }
    }
}
