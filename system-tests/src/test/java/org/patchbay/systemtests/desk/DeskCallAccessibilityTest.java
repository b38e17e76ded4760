package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Axe;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.product.Team.Account;

/// The states of the phone and the pages of calls, as assistive technology meets them.
@NeedsChromium
class DeskCallAccessibilityTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final List<String> violations = new ArrayList<>();

    @Test
    void noStateOfThePhoneHasASeriousViolation() {
        Office office = Office.open(browsers);
        Account sofies = office.practice().colleague("Sofie Lund");
        Seat sofie = Seat.signedIn(browsers.calm(Office.desk(), ColorScheme.LIGHT), sofies, Office.SOFIES)
                .takesCalls();
        sofie.page().keyboard().press("Control+d");
        assertThat(sofie.phone()).isVisible();
        look(sofie.page(), "the dialpad");
        sofie.page().keyboard().press("Escape");
        office.rings();
        assertThat(sofie.offer()).isVisible();
        look(sofie.page(), "an offer");
        sofie.answers();
        sofie.talks();
        look(sofie.page(), "in a call");
        sofie.press("Keypad");
        look(sofie.page(), "the keypad");
        sofie.hangsUp();
        sofie.wrapsUp();
        look(sofie.page(), "wrap-up");
        for (String there : List.of("/calls", "/calls/" + office.practice().onlyCall(), "/contacts", "/live")) {
            sofie.page().navigate(there);
            sofie.page().locator("main").getByRole(AriaRole.HEADING).first().waitFor();
            look(sofie.page(), there);
        }

        assertThat(violations).isEmpty();
    }

    private void look(Page page, String what) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            violations.addAll(Axe.violations(page, what + ", " + scheme));
        }
    }
}
