package org.patchbay.systemtests.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.audio.NeedsChromium;
import org.patchbay.systemtests.browser.Browsers;

/// A call that rings at two desks, until one has it.
@NeedsChromium
class DeskOffersTest {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Office office;
    private Seat sofie;
    private Seat bruno;

    @BeforeEach
    void open() {
        office = Office.open(browsers);
        sofie = office.sofie().takesCalls();
        bruno = office.seat("Bruno Keller", Office.BRUNOS).takesCalls();
    }

    @Test
    void theCardGoesWhereSomebodyElseWasQuickerAndSaysWho() {
        PhoneCall call = office.rings();
        assertThat(bruno.offer()).isVisible();

        sofie.answers();

        assertThat(bruno.offer()).containsText("Sofie Lund");
        assertThat(bruno.offer()).isHidden();
        assertThat(bruno.phone()).isHidden();
        office.bothHear(sofie, call);
    }

    @Test
    void aLaptopThatIsClosedBetweenAnswerAndSoundGivesTheCallToTheNext() {
        PhoneCall call = office.rings();
        assertThat(sofie.offer()).isVisible();
        bruno.losesAnswersTo("/accept");

        bruno.answers();
        assertThat(sofie.offer()).containsText("Bruno Keller");
        bruno.page().close();
        assertThat(sofie.offer()).isHidden();

        assertThat(sofie.offer()).isVisible();
        sofie.answers();
        office.bothHear(sofie, call);
    }
}
