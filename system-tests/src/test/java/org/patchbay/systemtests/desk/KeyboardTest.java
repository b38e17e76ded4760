package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.product.Product;
import org.patchbay.systemtests.product.Team;

class KeyboardTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final URI desk = Product.shared().desk();
    private final Team team = Team.make(desk, "Hugo Bennett");

    @Test
    void thePaletteGoesToAPageAndEscapeClosesIt() {
        Page page = signedIn();
        Locator palette = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find or do"));

        page.keyboard().press("Control+k");
        assertThat(palette).isFocused();
        page.keyboard().press("Escape");
        assertThat(palette).isHidden();

        page.keyboard().press("Meta+k");
        assertThat(palette).isFocused();
        page.keyboard().type("audit");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(desk + "/settings/audit-log");
    }

    @Test
    void lettersGoToPagesButNotWhileSomebodyTypes() {
        Page page = signedIn();

        page.keyboard().type("gt");
        assertThat(page).hasURL(desk + "/people");
        page.getByLabel("Find people").fill("gh");
        assertThat(page).hasURL(desk + "/people?find=gh");
    }

    @Test
    void aColleagueIsInvitedWithTheKeyboardAlone() {
        Page page = signedIn();

        page.keyboard().press("Control+k");
        page.keyboard().type("invite");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("E-mail address")).isFocused();
        page.keyboard().type("mara-" + System.nanoTime() + "@quillmere.example");
        page.keyboard().press("Enter");

        assertThat(Entrance.field(page, "Link to hand over")).isVisible();
    }

    private Page signedIn() {
        Page page = browsers.somebody(desk);
        Entrance.signIn(page, team.account());
        return page;
    }
}
