package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.browser.Entrance;
import org.patchbay.systemtests.browser.Frames;
import org.patchbay.systemtests.product.CuttableLine;
import org.patchbay.systemtests.product.Product;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.product.Team;
import org.patchbay.systemtests.product.Team.Account;

class LostLineTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final URI desk = Product.shared().desk();
    private final CuttableLine line = Product.shared().line();

    @AfterEach
    void mend() {
        line.mend();
    }

    @Test
    void aDeskThatLostItsLineSaysSoComesBackByItselfAndHasMissedNothing() {
        Team team = Team.make(desk, "Hugo Bennett");
        Account mara = Account.of("Mara Dunne");
        Account jonah = Account.of("Jonah Reyes");
        Page page = browsers.somebody(line.address());
        Frames frames = new Frames(page);
        Entrance.signIn(page, team.account());
        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, named("People"))
                .first()
                .click();
        assertThat(Entrance.button(page, "Invite")).isVisible(); // the page's own code has come
        page.evaluate("window.sameDocument = true");

        line.cut();
        assertThat(page.getByTestId("offline-strip")).isVisible();
        team.join(desk, mara, "agent");
        Program joined = team.join(desk, jonah, "agent");
        joined.call("PATCH", "/api/profile", Map.of("name", "Jonah R. Reyes"));
        team.owner().call("PATCH", "/api/workspace", Map.of("name", "Quillmere & Sons"));
        line.mend();

        assertThat(page.getByTestId("offline-strip")).isHidden();
        assertThat(page.getByText("Mara Dunne", exactly())).isVisible();
        assertThat(page.getByText("Jonah R. Reyes", exactly())).isVisible();
        assertThat(page.getByText("Quillmere & Sons").first()).isVisible();
        assertThat(page.evaluate("window.sameDocument"))
                .as("the page was not reloaded")
                .isEqualTo(true);
        theSocketResumedWithoutAGap(frames);
    }

    private static void theSocketResumedWithoutAGap(Frames frames) {
        assertThat(frames.hellos()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(frames.hellos().getLast().at("/data/resumed").booleanValue()).isTrue();
        assertThat(frames.types()).contains("member.joined", "member.updated", "workspace.updated");
        List<Long> numbers = frames.numbers();
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(numbers.getFirst(), numbers.getLast())
                        .boxed()
                        .toList());
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
