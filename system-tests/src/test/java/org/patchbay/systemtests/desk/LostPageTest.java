package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.calls.Ears;
import org.patchbay.systemtests.twilio.Eventually;

/// Pages that were never opened before, opened in a call while the line is cut.
@NeedsChromium
class LostPageTest {

    private static final String LIVE_PAGE = "**/assets/LivePage-*.js";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @AfterEach
    void mend() {
        Office.line().mend();
    }

    @Test
    void aPageThatIsOpenedWhileTheLineIsCutDoesNotCostTheCallWhetherItsCodeIsThereOrNot() {
        Office office = Office.open(browsers);
        Page page = browsers.somebody(Office.line().address());
        page.route(LIVE_PAGE, Route::abort); // what is fetched ahead lacks it
        Seat sofie = Seat.signedIn(page, office.practice().colleague("Sofie Lund"), Office.SOFIES)
                .takesCalls();
        page.evaluate("window.sameDocument = true");
        PhoneCall call = office.rings();
        sofie.answers();
        Ears ears = office.bothHear(sofie, call);
        // Pages are fetched in the order of the sidebar while nothing else is to be done; this is one of the last.
        page.waitForFunction(
                "() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/ProfilePage-'))");

        Office.line().cut();
        assertThat(page.getByTestId("offline-strip")).isVisible();
        opens(page, "Contacts");
        assertThat(page.getByText("could not be loaded while the line is cut")).isHidden();
        opens(page, "Live");
        assertThat(page.getByText("This page could not be loaded while the line is cut."))
                .isVisible();
        office.hearEachOther(sofie, ears, Office.CUSTOMERS + 300);

        page.unroute(LIVE_PAGE);
        Office.line().mend();
        assertThat(page.locator("main").getByText("Sofie Lund").first()).isVisible(); // the page itself
        assertThat(page.getByTestId("offline-strip")).isHidden();
        sofie.talks();
        office.hearEachOther(sofie, ears, Office.CUSTOMERS + 600);
        assertThat(page.evaluate("window.sameDocument"))
                .as("the window was not loaded anew")
                .isEqualTo(true);
        sofie.hangsUp();
        Eventually.is(true, call::isOver);
    }

    /// Opens a page from the sidebar, and waits until its name stands above its place.
    private static void opens(Page page, String name) {
        Locator link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
        link.first().click();
        assertThat(page.locator("main")
                        .getByRole(
                                AriaRole.HEADING,
                                new Locator.GetByRoleOptions().setName(name).setExact(true)))
                .isVisible();
    }
}
