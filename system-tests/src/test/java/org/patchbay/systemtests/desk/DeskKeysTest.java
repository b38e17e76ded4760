package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Browsers;
import org.patchbay.systemtests.twilio.Eventually;

/// A call without a mouse.
@NeedsChromium
class DeskKeysTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Office office;
    private Seat sofie;

    @BeforeEach
    void open() {
        office = Office.open(browsers);
        sofie = office.sofie();
    }

    @Test
    void aWholeCallNeedsNothingButKeys() {
        Page page = sofie.page();
        page.keyboard().press("o");
        sofie.available();
        PhoneCall call = office.rings();
        assertThat(sofie.offer()).isVisible();

        page.keyboard().press("Enter");
        office.bothHear(sofie, call);
        page.keyboard().press("n");
        assertThat(sofie.note()).isFocused();
        page.keyboard().type("Wants a new hinge");
        assertThat(sofie.phone().getByText("Saved", Seat.exactly())).isVisible();
        page.keyboard().press("Control+Shift+E");
        sofie.wrapsUp();
        Eventually.is(true, call::isOver);
        page.keyboard().press("Control+Enter");

        assertThat(sofie.phone()).isHidden();
        assertThat(office.practice()
                        .detail(office.practice().onlyCall())
                        .at("/call/notes")
                        .asString())
                .isEqualTo("Wants a new hinge");
    }
}
