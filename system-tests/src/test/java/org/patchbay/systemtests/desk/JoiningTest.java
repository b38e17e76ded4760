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
import org.patchbay.systemtests.product.Team.Account;

class JoiningTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final URI desk = Product.shared().desk();
    private final Account hugo = Account.of("Hugo Bennett");
    private final Account mara = Account.of("Mara Dunne");

    @Test
    void anInvitedColleagueJoinsAndIsSeenToComeToStepAwayAndToLeave() {
        Page owner = browsers.somebody(desk);
        Entrance.makeWorkspace(owner, hugo, "Quillmere");
        owner.navigate("/people");
        URI link = invite(owner, mara.email());

        Page agent = browsers.somebody(desk);
        Entrance.acceptInvitation(agent, link, mara);
        Locator seen = presenceOf(owner, mara);
        assertThat(seen).hasAttribute("data-presence", "available");

        agent.keyboard().press("o"); // available or away
        assertThat(seen).hasAttribute("data-presence", "away");

        agent.close();
        assertThat(seen).hasAttribute("data-presence", "offline");
    }

    @Test
    void anInvitationWorksOnce() {
        Page owner = browsers.somebody(desk);
        Entrance.makeWorkspace(owner, hugo, "Quillmere");
        owner.navigate("/people");
        URI link = invite(owner, mara.email());
        Entrance.acceptInvitation(browsers.somebody(desk), link, mara);

        Page late = browsers.somebody(desk);
        late.navigate(link.toString());

        assertThat(late.getByText("This link was used already, or is too old.")).isVisible();
    }

    /// @return the link that the owner is shown to hand over
    private static URI invite(Page owner, String email) {
        Entrance.button(owner, "Invite").click();
        Locator sheet = owner.getByRole(AriaRole.DIALOG);
        sheet.getByLabel("E-mail address").fill(email);
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Invite").setExact(true))
                .click();
        URI link = URI.create(Entrance.field(owner, "Link to hand over").inputValue());
        Entrance.button(owner, "Done").click();
        return link;
    }

    static Locator presenceOf(Page page, Account member) {
        return page.locator("tr[data-member]")
                .filter(new Locator.FilterOptions().setHasText(member.email()))
                .locator("[data-presence]");
    }
}
